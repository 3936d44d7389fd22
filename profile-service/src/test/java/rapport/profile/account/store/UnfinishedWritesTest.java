package rapport.profile.account.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.account.AccountStory.ADA;
import static rapport.profile.account.AccountStory.NOW;
import static rapport.profile.account.AccountStory.contact;
import static rapport.profile.account.AccountStory.details;
import static rapport.profile.account.AccountStory.person;

import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Decide;
import rapport.profile.account.Signals;
import rapport.profile.account.store.Listing.Order;
import rapport.profile.account.store.Listing.Query;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;

/** A writer that was killed between storing what changed and listing it. */
class UnfinishedWritesTest {

  private static final com.mongodb.reactivestreams.client.MongoClient CLIENT =
      MongoClients.create(EmbeddedStore.shared().uri());

  private final AccountJson json = new AccountJson();
  private final AccountCollections collections =
      new AccountCollections(new DocumentStore(CLIENT, "unfinished_writes_test"));
  private final Ledger ledger = new Ledger(collections, json, new Views(json));
  private final Listing listing = new Listing(collections, json, ledger);
  private final Clock clock = Clock.fixed(NOW.plus(Duration.ofMinutes(1)), ZoneOffset.UTC);
  private final CommitSweep sweep = new CommitSweep(collections, ledger, clock);
  private final String workspace = "w-" + UUID.randomUUID();

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @BeforeEach
  void twoCommitsNobodyListed() {
    var created =
        Decide.create(AccountState.NONE, "a-1", details("Mill"), null, null, Map.of(), ADA);
    append(AccountState.NONE, 0, created);
    var state = AccountState.NONE.with(created.getFirst());
    append(state, 2, Decide.addContact(state, contact("p-1", person("Ada", null, null))));
  }

  @Test
  void whoever_changes_the_account_next_lists_them_first() {
    assertThat(requireNonNull(ledger.listed(workspace, "a-1").block()).rev()).isZero();
    var head = requireNonNull(ledger.latest(workspace, "a-1").block());
    assertThat(head.rev()).isEqualTo(3);
    assertThat(head.state().contacts()).containsKey("p-1");
    assertThat(ledger.listed(workspace, "a-1").block()).isEqualTo(head);
  }

  @Test
  void the_sweep_lists_them_if_nobody_comes() {
    assertThat(sweep.list(Duration.ofSeconds(10)).block()).isGreaterThanOrEqualTo(2);
    assertThat(requireNonNull(ledger.listed(workspace, "a-1").block()).rev()).isEqualTo(3);
    assertThat(
            listing
                .contacts(workspace, Query.of("ada"), new Order("name", false), null, 10)
                .count()
                .block())
        .isEqualTo(1);
  }

  @Test
  void listing_one_again_after_a_later_one_changes_nothing() {
    var head = ledger.latest(workspace, "a-1").block();
    var first =
        requireNonNull(
            collections
                .commits()
                .flatMap(all ->
                    all.findOne(
                        workspace,
                        com.mongodb.client.model.Filters.eq(Commit.id(workspace, "a-1", 1))))
                .block());
    assertThat(ledger.apply(workspace, Head.NONE, first).block()).isNotNull();
    assertThat(ledger.listed(workspace, "a-1").block()).isEqualTo(head);
  }

  private void append(AccountState state, long rev, List<Change> changes) {
    var signals = Signals.of(state, changes, "ada", NOW);
    var commit =
        Commit.of(workspace, "a-1", rev, ADA, changes.stream().map(json::change).toList(), signals);
    ledger.append(workspace, commit).block();
  }
}
