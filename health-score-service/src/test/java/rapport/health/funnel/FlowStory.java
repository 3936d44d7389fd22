package rapport.health.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ConversationEvent.QuestionAsked;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;

/** A conversation told event by event, as conversation-service would publish it. */
public final class FlowStory {

  public static final String FLOW = "buying-process";
  public static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

  private static final FieldValue SOMETHING = FieldValue.text("something");

  private final List<Envelope<ConversationEvent>> envelopes = new ArrayList<>();
  private Instant now = BEGIN;

  private FlowStory() {}

  /** Begun in English, with no phase and no question yet. */
  static FlowStory begun() {
    return begun("en");
  }

  static FlowStory begun(String locale) {
    return new FlowStory().input(null, new SessionStarted(FLOW, 1, locale, null));
  }

  /** Begun, and asked these in the phase. */
  static FlowStory asked(String phase, String... paths) {
    return begun().input(null, new PhaseEntered(phase), ask(paths));
  }

  static FlowStory of(List<Envelope<ConversationEvent>> envelopes) {
    var story = new FlowStory();
    story.envelopes.addAll(envelopes);
    return story;
  }

  /** A minute later a person says something, and all of this comes of it. */
  FlowStory says(String messageId, ConversationEvent... events) {
    after(Duration.ofMinutes(1));
    input(messageId, new MessageReceived(messageId, "words"));
    return input(messageId, events);
  }

  /** At the same moment an input that is no message, such as an edit in the panel. */
  FlowStory input(@Nullable String cause, ConversationEvent... events) {
    Arrays.stream(events)
        .forEach(event ->
            envelopes.add(
                new Envelope<>(
                    "e" + envelopes.size(),
                    "main",
                    "c1",
                    envelopes.size() + 1,
                    now,
                    cause,
                    null,
                    event)));
    return this;
  }

  FlowStory after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Instant now() {
    return now;
  }

  List<Envelope<ConversationEvent>> envelopes() {
    return List.copyOf(envelopes);
  }

  ConversationProgress progress() {
    var progress = ConversationProgress.NONE;
    for (var envelope : envelopes) {
      progress = progress.apply(envelope);
    }
    return progress;
  }

  static QuestionAsked ask(String... paths) {
    return new QuestionAsked(List.of(paths), 1);
  }

  static FieldCaptured captured(String path) {
    return captured(path, Origin.CHAT);
  }

  static FieldCaptured captured(String path, Origin by) {
    return new FieldCaptured(path, SOMETHING, source(by));
  }

  static FieldCorrected corrected(String path, Origin by) {
    return new FieldCorrected(path, SOMETHING, FieldValue.text("something else"), source(by));
  }

  static Provenance source(Origin by) {
    return new Provenance(by, null, null, 1);
  }
}
