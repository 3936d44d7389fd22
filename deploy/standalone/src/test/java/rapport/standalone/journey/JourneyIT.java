package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.standalone.client.Feed;
import rapport.standalone.client.Interview;
import rapport.standalone.client.UnexpectedAnswer;

/** What a marketer does on a first day. */
@ExtendWith(RunningRapport.Provider.class)
class JourneyIT {

  private static final int MOST_TURNS = 120;

  private final RunningRapport rapport;

  JourneyIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @Test
  void nobody_gets_in_without_signing_in() {
    assertThatThrownBy(() -> rapport.anonymous().startProfile("Acme Robotics"))
        .isInstanceOfSatisfying(UnexpectedAnswer.class, e -> assertThat(e.status()).isEqualTo(401));
    assertThatThrownBy(() -> rapport.anonymous().signedIn("journey@example.org", "a wrong guess"))
        .isInstanceOfSatisfying(UnexpectedAnswer.class, e -> assertThat(e.status()).isEqualTo(401));
    assertThat(rapport.client().get("/api/v1/me").path("email").asString())
        .isEqualTo("journey@example.org");
  }

  @Test
  void every_service_says_it_is_up() {
    var status = rapport.client().get("/api/v1/status");
    assertThat(status.toString()).contains("conversation", "profile").doesNotContain("\"down\"");
  }

  @Test
  void an_interview_becomes_a_customer_profile() {
    var interview = Interview.start(rapport.client(), "Acme Robotics");
    while (!interview.isOver()) {
      interview.next();
      assertThat(interview.messages()).as("turns").isLessThan(MOST_TURNS);
    }
    var conversation = rapport.client().conversation(interview.id());
    assertThat(conversation.path("status").asString()).isEqualTo("completed");
    var values = conversation.path("values");
    assertThat(values.path("demographics").path("age").asString()).isEqualTo("42");
    assertThat(values.path("type").asString()).isEqualTo("Economic Buyer");
    assertThat(values.path("demographics").size()).isGreaterThan(8);
    var profile =
        rapport.client().profile(interview.id(), interview.rev()).path("customer_profile");
    assertThat(profile.path("status").asString()).isEqualTo("completed");
    for (var part : new String[] {"demographics", "psychographics", "behavioral", "environment"}) {
      values
          .path(part)
          .properties()
          .forEach(value ->
              assertThat(profile.path(part).path(value.getKey()))
                  .as(part + "." + value.getKey())
                  .isEqualTo(value.getValue()));
    }
    assertThat(rapport.client().get("/api/v1/profiles").path("items").toString())
        .contains(interview.id());
  }

  @Test
  void the_same_message_again_gets_the_same_answer_and_changes_nothing() {
    var interview = Interview.start(rapport.client(), "Acme Robotics");
    var first = interview.next();
    var again = rapport.client().say(interview.id(), "m1", "Yes, let's start");
    assertThat(again).isEqualTo(first);
    assertThat(rapport.client().conversation(interview.id()).path("rev").asLong())
        .isEqualTo(interview.rev());
  }

  @Test
  void an_edit_in_the_panel_reaches_the_profile() {
    var interview = begun(3);
    var result =
        rapport
            .client()
            .edit(interview.id(), "e1", "demographics.education", "PhD", interview.rev());
    assertThat(result.path("results").path(0).path("outcome").asString()).isEqualTo("applied");
    var profile = rapport.client().profile(interview.id(), result.path("rev").asLong());
    assertThat(profile.path("customer_profile").path("demographics").path("education").asString())
        .isEqualTo("PhD");
  }

  @Test
  void every_revision_is_on_the_topic_once_and_in_order() {
    var interview = begun(8);
    await()
        .untilAsserted(() ->
            assertThat(ConversationTopic.revisions(rapport.kafka(), interview.id()))
                .containsExactlyElementsOf(
                    LongStream.rangeClosed(1, interview.rev()).boxed().toList()));
  }

  @Test
  void the_feed_shows_the_whole_first_then_changes_and_goes_on_where_it_was_left() {
    var interview = begun(2);
    long left;
    try (var feed = rapport.client().feed(interview.id(), null)) {
      await().until(() -> !feed.events().isEmpty());
      var snapshot = feed.events().getFirst();
      assertThat(snapshot.name()).isEqualTo("snapshot");
      assertThat(snapshot.rev()).hasValue(interview.rev());
      interview.next();
      await().until(() -> feed.rev() == interview.rev());
      assertThat(feed.events()).extracting(Feed.Event::name).contains("patch", "message");
      left = feed.rev();
    }
    interview.next();
    try (var feed = rapport.client().feed(interview.id(), Long.toString(left))) {
      await().until(() -> feed.rev() == interview.rev());
      assertThat(feed.events()).extracting(Feed.Event::name).doesNotContain("snapshot");
      assertThat(feed.events().stream().flatMapToLong(e -> e.rev().stream())).isSorted();
    }
  }

  private Interview begun(int turns) {
    var interview = Interview.start(rapport.client(), "Acme Robotics");
    while (interview.messages() < turns) {
      interview.next();
    }
    return interview;
  }
}
