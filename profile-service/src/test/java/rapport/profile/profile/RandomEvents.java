package rapport.profile.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FieldRestored;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.FieldSuggested;
import rapport.contracts.ConversationEvent.FieldUnknown;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.FieldValue;

/** Streams of events from a seed, likely or not. */
public final class RandomEvents {

  private static final List<String> PATHS =
      List.of(
          "prototype_name",
          "b2b_b2c",
          "demographics.age",
          "psychographics.likes_dislikes",
          "environment.currency",
          "some.newer.field");

  private static final List<Object> VALUES =
      List.of("Kelly", "B2B", "35-44", 42, true, List.of("likes trains", "dislikes calls"), "=1+1");

  private final Random random;

  public RandomEvents(long seed) {
    this.random = new Random(seed);
  }

  /** A stream that begins as every conversation does. */
  public List<ConversationEvent> stream(int length) {
    var events = new ArrayList<ConversationEvent>(List.of(ProfileStory.STARTED));
    while (events.size() < length) {
      events.add(event());
    }
    return events;
  }

  private ConversationEvent event() {
    var path = PATHS.get(random.nextInt(PATHS.size()));
    var value = value();
    return switch (random.nextInt(12)) {
      case 0, 1 -> new FieldCaptured(path, value, ProfileStory.chat());
      case 2 -> new FieldCorrected(path, value(), value, ProfileStory.panel());
      case 3 -> new FieldCleared(path, value, ProfileStory.panel());
      case 4 -> new FieldSkipped(path);
      case 5 -> new FieldUnknown(path);
      case 6 -> new FieldParked(path);
      case 7 -> new FieldRestored(path, random.nextBoolean() ? value : null);
      case 8 -> new FieldReset(path, random.nextBoolean() ? value : null, ProfileStory.chat());
      case 9 -> new FieldSuggested(path, value, ProfileStory.chat());
      case 10 -> random.nextBoolean() ? new SessionCompleted() : new SessionResumed();
      default -> new MessageReceived("m", "words");
    };
  }

  private FieldValue value() {
    return FieldValue.of(VALUES.get(random.nextInt(VALUES.size())));
  }
}
