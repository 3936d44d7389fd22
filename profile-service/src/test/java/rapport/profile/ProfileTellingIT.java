package rapport.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.ProfileEvent;
import rapport.contracts.ProfileEvent.ProfileChanged;
import rapport.contracts.ProfileEvent.ProfileCompleted;
import rapport.contracts.ProfileEvent.ProfileStarted;
import rapport.contracts.ProfileState;
import rapport.contracts.Received;
import rapport.contracts.WireMessage;
import rapport.profile.record.RandomEvents;
import rapport.profile.record.RecordStory;
import rapport.runtime.identity.Role;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.PublishedTopic;
import reactor.core.publisher.Mono;

class ProfileTellingIT extends ProfileServiceSetting {

  private static final EventCodec<ProfileEvent> EVENTS = new EventCodec<>(EventCatalog.PROFILE);
  private static final EventCodec<ProfileState> STATES = new EventCodec<>(ProfileState.CATALOG);

  @Test
  void tells_what_happened_to_the_profile_and_how_it_stands() throws Exception {
    publish(
        stream(
            STARTED,
            new ConversationEvent.MessageReceived("m1", "Kelly"),
            said("prototype_name", "Kelly"),
            new SessionCompleted()));
    assertThat(events(3))
        .extracting(Envelope::event)
        .containsExactly(
            new ProfileStarted("customer-profile"),
            new ProfileChanged(List.of("prototype_name")),
            new ProfileCompleted());
    assertThat(events(3)).extracting(Envelope::rev).containsExactly(1L, 2L, 3L);
    await()
        .untilAsserted(() ->
            assertThat(states().getLast().event().customerProfile())
                .containsEntry("prototype_name", "Kelly")
                .containsEntry("status", "completed")
                .containsEntry("demographics", Map.of()));
    assertThat(states().getLast().event().rev()).isEqualTo(4);
  }

  @Test
  void dropped_and_replayed_documents_are_equal() throws Exception {
    var events = RecordStory.envelopes(workspace, id, 1, RandomEvents.profile(7).stream(120));
    OWNER.has(events);
    publish(events);
    profile(120);
    var settled = settled();
    var lines = documents("field_history");

    remove("profiles");
    remove("field_history");
    publish(List.of(events.getLast()));
    profile(120);

    assertThat(settled()).isEqualTo(settled);
    assertThat(documents("field_history")).isEqualTo(lines);
  }

  @Test
  void a_rebuild_mends_a_profile_and_tells_it_again() throws Exception {
    var events = stream(STARTED, said("prototype_name", "Kelly"));
    OWNER.has(events);
    publish(events);
    profile(2);
    var settled = settled();
    var emptied = new Document("$set", new Document("fields", List.of()));
    var profiles = collection("profiles");
    assertThat(Mono.from(profiles.updateOne(new Document("workspace", workspace), emptied)).block())
        .isNotNull();
    var told = states().size();

    as(TestCallers.user(tokens, workspace, Role.ADMIN))
        .post()
        .uri("/internal/projections/profiles/rebuild")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"streams\": 1, \"rewritten\": 1}");

    assertThat(settled()).isEqualTo(settled);
    await().untilAsserted(() -> assertThat(states()).hasSizeGreaterThan(told));
  }

  /** The profile's document once all of its news are told. */
  private List<Document> settled() {
    await()
        .untilAsserted(() ->
            assertThat(documents("profiles"))
                .allSatisfy(document -> assertThat(document.get("pending")).isEqualTo(false)));
    return documents("profiles");
  }

  private List<Envelope<ProfileEvent>> events(int count) {
    try (var topics =
        new PublishedTopic(
            EmbeddedBroker.shared().bootstrapServers(), EventCatalog.PROFILE.topic())) {
      var found = new ArrayList<WireMessage>();
      await()
          .until(() -> {
            found.clear();
            found.addAll(topics.of(workspace + "/" + id));
            return revisions(found).containsAll(LongStream.rangeClosed(1, count).boxed().toList());
          });
      return found.stream().map(message -> known(EVENTS.decode(message))).distinct().toList();
    }
  }

  private List<Envelope<ProfileState>> states() {
    try (var topics =
        new PublishedTopic(
            EmbeddedBroker.shared().bootstrapServers(), ProfileState.CATALOG.topic())) {
      await().until(() -> !topics.of(workspace + "/" + id).isEmpty());
      return topics.of(workspace + "/" + id).stream()
          .map(message -> known(STATES.decode(message)))
          .toList();
    }
  }

  private static List<Long> revisions(List<WireMessage> messages) {
    return messages.stream()
        .map(message -> Long.parseLong(message.headers().get("ce_rev")))
        .toList();
  }

  private static <E> Envelope<E> known(Received<E> received) {
    return switch (received) {
      case Received.Known<E>(var envelope) -> envelope;
      case Received.Unknown<E> unknown -> throw new AssertionError(unknown);
    };
  }
}
