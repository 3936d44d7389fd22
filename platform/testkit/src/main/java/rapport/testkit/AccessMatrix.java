package rapport.testkit;

import static rapport.testkit.Patience.PATIENCE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a running service for everything it has, as everybody who could ask, and compares who was
 * let in with the {@link AccessTable} of its module. An operation nobody decided about fails, and
 * so does a decision about an operation that is gone.
 *
 * <p>Who may not is refused before anything is looked at: 401 without proof, 403 otherwise. Who may
 * is answered anything else, mostly 404 or 422, for nothing that is asked for exists. What is asked
 * of the store for a request is bound to the workspace of its caller.
 */
public final class AccessMatrix {
  private static final Path TABLE = Path.of("access.txt");
  private static final Set<Integer> REFUSED = Set.of(401, 403);
  private static final String HEADER = "X-Rapport-Token";

  /** Other systems know the address they were given, and no workspace. */
  private static final String FINDS_ITS_WORKSPACE = "/hooks/";

  private final String address;
  private final ProbeTokens tokens;
  private final AskedOfStore store;
  private final String workspace = "matrix-" + UUID.randomUUID();
  private final List<String> faults = new ArrayList<>();

  /**
   * @param service the audience of its tokens
   * @param key with which tokens are signed that the service believes
   * @param store listens to what the service asks of its store
   */
  public AccessMatrix(String service, int port, PrivateKey key, AskedOfStore store) {
    this.address = "http://127.0.0.1:" + port;
    this.tokens = new ProbeTokens(key, service);
    this.store = store;
  }

  /** Throws an {@link AssertionError} with all lines that are not as decided. */
  public void holds(Collection<ServedOperation> operations) {
    var table = AccessTable.read(TABLE);
    var gone = new HashSet<>(table.operations());
    store.listen();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (var operation : operations) {
        gone.remove(operation.toString());
        check(client, operation, table);
      }
    }
    gone.forEach(operation -> faults.add("is not there: " + operation));
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "not as in %s:%n%s"
              .formatted(TABLE, String.join("\n", faults.stream().sorted().toList())));
    }
  }

  private void check(HttpClient client, ServedOperation operation, AccessTable table) {
    String probe = "probe-" + UUID.randomUUID();
    Map<Asking, Integer> answers = answers(client, operation, probe);
    Set<Asking> letIn = EnumSet.noneOf(Asking.class);
    answers.forEach((asking, status) -> {
      if (!REFUSED.contains(status)) {
        letIn.add(asking);
      }
    });
    Set<Asking> decided = table.allowed(operation.toString());
    if (!table.operations().contains(operation.toString())) {
      faults.add("undecided: %s %s".formatted(operation, AccessTable.told(letIn)));
    } else if (!letIn.equals(decided)) {
      faults.add(
          "%s lets in: %s; decided: %s; answers %s"
              .formatted(operation, AccessTable.told(letIn), AccessTable.told(decided), answers));
    }
    answers.forEach((asking, status) -> {
      if (Asking.UNPROVEN.contains(asking) && status == 403) {
        faults.add(operation + " tells " + asking + " more than 401");
      }
      if (status == 500) {
        faults.add(operation + " breaks when asked by " + asking);
      }
    });
    if (!operation.path().startsWith(FINDS_ITS_WORKSPACE)) {
      store.unbound(probe, workspace).forEach(asked -> faults.add(operation + " asks " + asked));
    }
  }

  private Map<Asking, Integer> answers(HttpClient client, ServedOperation operation, String probe) {
    Map<Asking, CompletableFuture<Integer>> asked = new EnumMap<>(Asking.class);
    for (Asking asking : Asking.values()) {
      asked.put(
          asking,
          client
              .sendAsync(request(operation, probe, asking), BodyHandlers.ofInputStream())
              .thenApply(AccessMatrix::status));
    }
    Map<Asking, Integer> answers = new EnumMap<>(Asking.class);
    asked.forEach((asking, answer) -> answers.put(asking, answer.join()));
    return answers;
  }

  private HttpRequest request(ServedOperation operation, String probe, Asking asking) {
    String path = operation.addressOf(workspace, probe);
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .method(operation.method(), BodyPublishers.ofString(operation.body()))
            .header("Content-Type", operation.contentType());
    String token = tokens.token(asking, workspace);
    if (token != null) {
      request.header(HEADER, token);
    }
    return request.build();
  }

  /** Of a feed only the head is awaited. */
  private static int status(HttpResponse<InputStream> answer) {
    try (var body = answer.body()) {
      boolean ends =
          answer.headers().firstValue("Content-Type").stream()
              .flatMap(type -> Arrays.stream(type.split(";", -1)))
              .noneMatch("text/event-stream"::equals);
      if (ends) {
        body.transferTo(OutputStream.nullOutputStream());
      }
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
