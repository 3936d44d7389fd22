package rapport.profile.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.ItemMoved;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.FieldValue;

/** Streams of events from a seed, likely or not. */
public final class RandomEvents {

  private static final List<String> PROFILE_PATHS =
      List.of(
          "prototype_name",
          "b2b_b2c",
          "demographics.age",
          "psychographics.likes_dislikes",
          "environment.currency",
          "some.newer.field");

  private static final List<String> MAPPING_PATHS =
      List.of(
          "persona_name",
          "profile_id",
          "buying_stages[s1].stage_name",
          "buying_stages[s1].duration",
          "buying_stages[s2].stage_name",
          "buying_stages[s3].stage_name",
          "buying_stages[s3].time");

  private static final List<Object> VALUES =
      List.of("Kelly", "B2B", "35-44", 42, true, List.of("likes trains", "dislikes calls"), "=1+1");

  private final SessionStarted start;
  private final List<String> paths;
  private final Random random;

  private RandomEvents(SessionStarted start, List<String> paths, long seed) {
    this.start = start;
    this.paths = paths;
    this.random = new Random(seed);
  }

  /** Of a conversation that builds a customer profile. */
  public static RandomEvents profile(long seed) {
    return new RandomEvents(RecordStory.STARTED, PROFILE_PATHS, seed);
  }

  /** Of a conversation that maps a buying process. */
  public static RandomEvents mapping(long seed) {
    return new RandomEvents(RecordStory.MAPPING, MAPPING_PATHS, seed);
  }

  /** A stream that begins as every conversation does. */
  public List<ConversationEvent> stream(int length) {
    var events = new ArrayList<ConversationEvent>(List.of(start));
    while (events.size() < length) {
      events.add(start.equals(RecordStory.MAPPING) && random.nextInt(3) == 0 ? row() : event());
    }
    return events;
  }

  private ConversationEvent row() {
    var item = "s" + (1 + random.nextInt(4));
    var index = random.nextInt(5);
    return switch (random.nextInt(9)) {
      case 0, 1, 2, 3 -> new ItemAdded("buying_stages", item, index, RecordStory.chat());
      case 4, 5 -> new ItemRemoved("buying_stages", item, RecordStory.panel());
      case 6, 7 -> new ItemMoved("buying_stages", item, index, RecordStory.panel());
      default ->
          new FlowMigrated(
              1,
              2,
              Map.of("buying_stages[].time", "buying_stages[].duration"),
              random.nextBoolean() ? List.of("profile_id") : List.of());
    };
  }

  private ConversationEvent event() {
    var path = paths.get(random.nextInt(paths.size()));
    var value = value();
    return switch (random.nextInt(12)) {
      case 0, 1 -> new FieldCaptured(path, value, RecordStory.chat());
      case 2 -> new FieldCorrected(path, value(), value, RecordStory.panel());
      case 3 -> new FieldCleared(path, value, RecordStory.panel());
      case 4 -> new FieldSkipped(path);
      case 5 -> new FieldUnknown(path);
      case 6 -> new FieldParked(path);
      case 7 -> new FieldRestored(path, random.nextBoolean() ? value : null);
      case 8 -> new FieldReset(path, random.nextBoolean() ? value : null, RecordStory.chat());
      case 9 -> new FieldSuggested(path, value, RecordStory.chat());
      case 10 -> random.nextBoolean() ? new SessionCompleted() : new SessionResumed();
      default -> new MessageReceived("m", "words");
    };
  }

  private FieldValue value() {
    return FieldValue.of(VALUES.get(random.nextInt(VALUES.size())));
  }
}
