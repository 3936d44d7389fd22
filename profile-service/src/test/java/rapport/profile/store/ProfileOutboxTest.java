package rapport.profile.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.record.RecordStory.BEGIN;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.said;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.Envelope;
import rapport.contracts.WireMessage;
import rapport.profile.TestCallers;
import rapport.profile.profile.ProfileUpdate;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordStory;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.projection.Versioned;
import rapport.testkit.EmbeddedStore;

/** There is no broker here, so nothing is published but what the tests say. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "rapport.store.database=profile_outbox_test",
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "logging.level.org.apache.kafka=off"
    })
@Import(TestCallers.class)
class ProfileOutboxTest {

  @DynamicPropertySource
  static void store(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
  }

  @Autowired ProfileViews views;
  @Autowired Outbox outbox;

  private final String workspace = "w-" + UUID.randomUUID();
  private final String key = workspace + "/c1";

  @Test
  void a_save_and_its_news_are_one() {
    save(STARTED, said("prototype_name", "Kelly"));
    assertThat(unpublished()).extracting(OutboxEntry::lastRev).containsExactly(1L, 2L);
    assertThat(unpublished()).extracting(OutboxEntry::streamKey).containsOnly(key);
  }

  @Test
  void only_the_latest_news_carry_the_state() {
    save(STARTED, said("prototype_name", "Kelly"));
    assertThat(topics(unpublished().getFirst())).containsExactly("rapport.profile.events");
    assertThat(topics(unpublished().getLast()))
        .containsExactly("rapport.profile.events", "rapport.profile.state");
    assertThat(unpublished().getLast().messages())
        .allSatisfy(message -> {
          assertThat(message.key()).isEqualTo(key);
          assertThat(message.headers()).containsEntry("ce_rev", "2");
        });
  }

  @Test
  void what_changes_no_profile_is_no_news() {
    save(STARTED);
    mark(unpublished());
    save(new MessageReceived("m1", "hello"));
    assertThat(unpublished()).isEmpty();
  }

  @Test
  void what_was_published_is_not_given_again() {
    save(STARTED, said("prototype_name", "Kelly"));
    mark(unpublished().subList(0, 1));
    assertThat(unpublished()).extracting(OutboxEntry::lastRev).containsExactly(2L);
    mark(unpublished());
    assertThat(unpublished()).isEmpty();
    mark(log());
    assertThat(unpublished()).isEmpty();
  }

  @Test
  void what_came_meanwhile_stays_unpublished() {
    save(STARTED);
    var taken = unpublished();
    save(said("prototype_name", "Kelly"));
    mark(taken);
    assertThat(unpublished()).extracting(OutboxEntry::lastRev).containsExactly(2L);
  }

  @Test
  void a_later_entry_published_first_hides_no_earlier_one() {
    save(STARTED, said("prototype_name", "Kelly"));
    mark(unpublished().subList(1, 2));
    assertThat(unpublished()).extracting(OutboxEntry::lastRev).containsExactly(1L, 2L);
  }

  @Test
  void the_log_has_what_was_published_as_well() {
    save(STARTED, said("prototype_name", "Kelly"));
    mark(unpublished());
    assertThat(log()).extracting(OutboxEntry::lastRev).containsExactly(1L, 2L);
    assertThat(log(BEGIN.plusSeconds(2))).extracting(OutboxEntry::lastRev).containsExactly(2L);
  }

  @Test
  void old_news_are_forgotten_once_published() {
    save(STARTED);
    saveAt(Instant.parse("2026-06-01T09:00:00Z"), said("prototype_name", "Kelly"));
    assertThat(unpublished()).hasSize(2);
    mark(unpublished());
    assertThat(log()).extracting(OutboxEntry::lastRev).containsExactly(2L);
  }

  @Test
  void a_save_that_lost_the_race_changes_nothing() {
    save(STARTED);
    var stale = ProfileUpdate.saved(ConversationRecord.none("c1"), 0);
    var events = RecordStory.envelopes(workspace, "c1", 1, List.of(STARTED));
    var update = stale.apply(events.getFirst());
    assertThat(views.save(workspace, "c1", update, 0, 1, events).block()).isFalse();
    assertThat(views.save(workspace, "c1", update, 7, 8, events).block()).isFalse();
    assertThat(unpublished()).extracting(OutboxEntry::lastRev).containsExactly(1L);
  }

  @Test
  void a_view_that_is_folded_on_after_a_save_tells_nothing_twice() {
    var events =
        RecordStory.envelopes(
            workspace, "c1", 1, List.of(STARTED, said("prototype_name", "Kelly")));
    var first = found().view().apply(events.get(0));
    assertThat(views.save(workspace, "c1", first, 0, 1, events.subList(0, 1)).block()).isTrue();
    var second = first.apply(events.get(1));
    assertThat(views.save(workspace, "c1", second, 1, 2, events.subList(1, 2)).block()).isTrue();
    assertThat(unpublished()).extracting(OutboxEntry::lastRev).containsExactly(1L, 2L);
  }

  @Test
  void every_value_comes_back_from_the_store_as_it_was() {
    var digits = new java.math.BigDecimal("12345678901234567890123456789012345678901234567890.5");
    save(STARTED, said("a", "text"), said("b", 42), said("c", true), said("d", List.of("x", "y")));
    save(said("e", digits), said("f", new java.math.BigDecimal("1.5")));
    assertThat(found().view().record())
        .isEqualTo(
            RecordStory.record(
                STARTED,
                said("a", "text"),
                said("b", 42),
                said("c", true),
                said("d", List.of("x", "y")),
                said("e", digits),
                said("f", new java.math.BigDecimal("1.5"))));
  }

  private void save(ConversationEvent... events) {
    var rev = found().rev();
    saveAll(rev, RecordStory.envelopes(workspace, "c1", rev + 1, List.of(events)));
  }

  private void saveAt(Instant at, ConversationEvent event) {
    var rev = found().rev();
    saveAll(rev, List.of(new Envelope<>("late", workspace, "c1", rev + 1, at, null, null, event)));
  }

  private void saveAll(long rev, List<Envelope<ConversationEvent>> events) {
    var update = found().view();
    for (var event : events) {
      update = update.apply(event);
    }
    assertThat(views.save(workspace, "c1", update, rev, rev + events.size(), events).block())
        .isTrue();
  }

  private Versioned<ProfileUpdate> found() {
    return requireNonNull(
        views
            .find(workspace, "c1")
            .defaultIfEmpty(
                new Versioned<>(ProfileUpdate.saved(ConversationRecord.none("c1"), 0), 0))
            .block());
  }

  private List<OutboxEntry> unpublished() {
    return requireNonNull(outbox.unpublished(Set.of(key), 100).collectList().block());
  }

  private List<OutboxEntry> log() {
    return log(BEGIN.minus(Duration.ofDays(1)));
  }

  private List<OutboxEntry> log(Instant since) {
    return requireNonNull(
        outbox.log(since).filter(entry -> entry.streamKey().equals(key)).collectList().block());
  }

  private void mark(List<OutboxEntry> entries) {
    outbox.markPublished(entries).block();
  }

  private static List<String> topics(OutboxEntry entry) {
    return entry.messages().stream().map(WireMessage::topic).toList();
  }
}
