package rapport.standalone.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.UnexpectedAnswer;

/**
 * Loads the sample workspace into a Rapport that runs. Meanwhile an API token lies in the data
 * directory, so that a load that was cut off can be gone on with although the password was shown
 * only once.
 */
public final class SampleMain {

  private static final Duration TOKEN_LASTS = Duration.ofDays(1);

  private SampleMain() {}

  /**
   * Exits with 1 when the sample could not be loaded.
   *
   * @param args the gateway's address, the data directory, the seed, how many accounts; who signs
   *     in comes from RAPPORT_ADMIN_EMAIL and RAPPORT_ADMIN_PASSWORD, when it is known
   */
  public static void main(String[] args) throws InterruptedException, IOException {
    var anybody = RapportClient.of(URI.create(args[0]));
    var token = Path.of(args[1]).resolve("sample.token");
    var done = Path.of(args[1]).resolve("sample.loaded");
    try {
      var admin = administrator(anybody, token, System.getenv());
      var clock = Clock.systemUTC();
      var sample =
          new Sample(
              admin,
              anybody,
              Long.parseLong(args[2]),
              Integer.parseInt(args[3]),
              LocalDate.now(clock),
              System.out::println);
      System.out.println(
          sample.load()
              ? "The sample workspace is loaded. All companies and people in it are made up."
              : "The sample workspace was loaded before; nothing was added.");
      Files.writeString(done, "1\n");
      forget(admin, token);
    } catch (Refusal e) {
      System.out.println(e.getMessage());
      System.exit(1);
    } catch (UnexpectedAnswer | IllegalStateException e) {
      System.out.println(
          "The sample could not be loaded completely: %s. Start again to go on."
              .formatted(e.getMessage()));
      System.exit(1);
    }
  }

  private static RapportClient administrator(
      RapportClient anybody, Path token, Map<String, String> environment) throws IOException {
    if (Files.exists(token)) {
      return bearing(anybody, Files.readAllLines(token).get(1));
    }
    var password = environment.get("RAPPORT_ADMIN_PASSWORD");
    if (password == null) {
      throw new Refusal(
          "The sample is loaded by an administrator: set RAPPORT_ADMIN_EMAIL and"
              + " RAPPORT_ADMIN_PASSWORD, or begin with --reset.");
    }
    var signedIn =
        anybody.signedIn(
            environment.getOrDefault("RAPPORT_ADMIN_EMAIL", "admin@localhost"), password);
    var made =
        signedIn.post(
            "/api/v1/tokens",
            Told.map(
                "name", "Loading the sample",
                "roles", List.of("admin"),
                "expiresAt", Clock.systemUTC().instant().plus(TOKEN_LASTS)));
    Files.createFile(
        token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var secret = made.path("token").asString();
    Files.write(token, List.of(made.path("id").asString(), secret));
    return bearing(anybody, secret);
  }

  private static RapportClient bearing(RapportClient anybody, String token) {
    return anybody.with("Authorization", () -> "Bearer " + token);
  }

  private static void forget(RapportClient admin, Path token) throws IOException {
    admin.delete("/api/v1/tokens/" + Files.readAllLines(token).getFirst());
    Files.delete(token);
  }
}
