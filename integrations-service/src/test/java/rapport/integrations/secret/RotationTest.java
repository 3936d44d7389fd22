package rapport.integrations.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.testkit.Patience.PATIENCE;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;

/** A new key, and everything sealed anew, wherever the process dies. */
class RotationTest {

  private static final int SECRETS = 450;

  @TempDir Path folder;
  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final WorkspaceCollection secrets =
      new DocumentStore(client, "it-" + UUID.randomUUID()).collection("secrets");

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void what_was_sealed_before_stays_readable_and_is_sealed_anew_even_when_killed_half_way()
      throws IOException {
    var before = started();
    store(before);
    var oldFile = Files.copy(file(), folder.resolve("old.json"));
    before.rotate();
    assertThat(opened(started())).as("at once").isEqualTo(SECRETS);
    dieAfter(200, before);
    var after = started();
    assertThat(opened(after)).as("half of it sealed anew").isEqualTo(SECRETS);
    var resealer = new Resealer(List.of(place(document -> document.getString("sealed"))), after);
    assertThat(resealer.waiting().block(PATIENCE)).isEqualTo(SECRETS - 200);
    assertThat(resealer.pass().block(PATIENCE)).isEqualTo(SECRETS - 200);
    assertThat(resealer.pass().block(PATIENCE)).isZero();
    assertThat(opened(started())).isEqualTo(SECRETS);
    var old = new SecretVault(oldFile.toString());
    assertThatThrownBy(() -> opened(old)).isInstanceOf(Problem.class);
  }

  @Test
  void one_that_has_not_seen_the_new_key_learns_of_it() {
    var one = started();
    var other = started();
    one.rotate();
    assertThat(other.open("w", "o", one.seal("w", "o", "s"))).isEqualTo("s");
    assertThat(other.keys()).isEqualTo(2);
  }

  @Test
  void two_that_make_a_key_at_once_keep_both() {
    var one = started();
    var other = started();
    one.rotate();
    var sealed = one.seal("w", "o", "s");
    other.rotate();
    assertThat(started().open("w", "o", sealed)).isEqualTo("s");
    assertThat(started().keys()).isEqualTo(3);
  }

  @Test
  void those_that_make_keys_at_the_same_moment_wait_for_each_other() {
    var vault = started();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var rotated = IntStream.range(0, 16).mapToObj(_ -> many.submit(vault::rotate)).toList();
      assertThat(rotated).allSatisfy(each -> assertThat(each).succeedsWithin(PATIENCE));
    }
    assertThat(started().keys()).isEqualTo(17);
  }

  @Test
  void what_somebody_changes_meanwhile_stays() {
    var vault = started();
    store(vault);
    vault.rotate();
    var changed = vault.seal("w", "o-7", "changed");
    var place =
        place(document -> {
          if (document.getString("_id").equals("w/o-7")) {
            var update = new Document("$set", new Document("sealed", changed));
            assertThat(secrets.update("w", Filters.eq("w/o-7"), update).block(PATIENCE)).isTrue();
          }
          return document.getString("sealed");
        });
    assertThat(new Resealer(List.of(place), vault).pass().block(PATIENCE)).isPositive();
    var now = secrets.findOne("w", Filters.eq("w/o-7")).blockOptional(PATIENCE).orElseThrow();
    assertThat(now.getString("sealed")).isEqualTo(changed);
  }

  private void dieAfter(int number, SecretVault vault) {
    var left = new AtomicInteger(number);
    var place =
        place(document -> {
          if (left.getAndDecrement() == 0) {
            throw new IllegalStateException("killed");
          }
          return document.getString("sealed");
        });
    assertThatThrownBy(() -> new Resealer(List.of(place), vault).pass().block(PATIENCE))
        .hasMessage("killed");
  }

  private SealedPlace place(Function<Document, String> sealed) {
    return new SealedPlace(
        Mono.just(secrets),
        "sealed",
        sealed,
        document -> document.getString("_id").substring("w/".length()));
  }

  private void store(SecretVault vault) {
    IntStream.range(0, SECRETS)
        .forEach(at -> {
          var document =
              new Document("_id", "w/o-" + at)
                  .append("sealed", vault.seal("w", "o-" + at, "secret " + at));
          secrets.insert("w", document).block(PATIENCE);
        });
  }

  private int opened(SecretVault vault) {
    var all = secrets.find("w", Filters.empty(), Sorts.ascending("_id"), 0).toStream().toList();
    for (var document : all) {
      var owner = document.getString("_id").substring("w/".length());
      assertThat(vault.open("w", owner, document.getString("sealed")))
          .isEqualTo("secret " + owner.substring("o-".length()));
    }
    return all.size();
  }

  private SecretVault started() {
    return new SecretVault(file().toString());
  }

  private Path file() {
    return folder.resolve("keys.json");
  }
}
