package rapport.profile.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.account.AccountStory.contact;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.profile.account.Change;
import rapport.profile.account.ContactDetails;
import rapport.profile.account.store.AccountCollections.Thing;
import rapport.profile.account.store.ContactMarks.Marked;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;

class ContactMarksTest {

  private static final MongoClient CLIENT = MongoClients.create(EmbeddedStore.shared().uri());
  private static final List<String> NORA = List.of("nora@deep.example");

  private final AccountJson json = new AccountJson();
  private final AccountCollections collections =
      new AccountCollections(new DocumentStore(CLIENT, "contact_marks_test"));
  private final ContactMarks marks = new ContactMarks(collections, json);
  private final String workspace = "w-" + UUID.randomUUID();

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @BeforeEach
  void aContactThatIsNew() {
    var nora =
        new ContactDetails(
            "Nora",
            NORA.getFirst(),
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null);
    var document =
        new Views(json)
            .of(workspace, "a-1", new Change.OfContact(contact("p-1", nora)), 1)
            .orElseThrow()
            .document();
    collections.of(Thing.CONTACT).flatMap(all -> all.insert(workspace, document)).block();
  }

  @Test
  void one_that_was_looked_at_is_marked_no_more() {
    marks.settled(marked()).block();
    assertThat(marked()).isEmpty();
    marks.mark(workspace, NORA, List.of()).block();
    assertThat(marked()).hasSize(1);
  }

  @Test
  void one_that_was_marked_while_it_was_looked_at_stays_so() {
    var looking = marked();
    marks.mark(workspace, NORA, List.of()).block();
    marks.settled(looking).block();
    assertThat(marked()).hasSize(1);
    marks.settled(marked()).block();
    assertThat(marked()).isEmpty();
  }

  private List<Marked> marked() {
    return Objects.requireNonNull(
        marks.marked(1_000).filter(it -> it.workspace().equals(workspace)).collectList().block());
  }
}
