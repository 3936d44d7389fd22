package rapport.health.funnel;

import static rapport.health.funnel.FlowStory.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldParked;
import rapport.contracts.ConversationEvent.FieldRejected;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.FieldUnknown;
import rapport.contracts.ConversationEvent.ItemRemoved;
import rapport.contracts.ConversationEvent.PhaseCompleted;
import rapport.contracts.ConversationEvent.PhaseEntered;
import rapport.contracts.ConversationEvent.PhaseReopened;
import rapport.contracts.ConversationEvent.QuestionAsked;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionResumed;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;

/**
 * A conversation that takes its turns by chance, and keeps what conversation-service would keep.
 */
public final class RandomFlow {

  private static final FieldValue VALUE = FieldValue.text("something");
  private static final Map<String, List<String>> FLOW = new LinkedHashMap<>();

  static {
    FLOW.put("persona", List.of("name", "pains", "age"));
    FLOW.put("stages", List.of("stages[s1].x", "stages[s1].y", "stages[s2].x", "stages[s2].y"));
    FLOW.put("review", List.of("done"));
  }

  private final Random random;
  private final FlowStory story = FlowStory.begun();

  /** What is known of each field: who filled it, or that it was passed over; nothing while open. */
  private Map<String, Object> known = new LinkedHashMap<>();

  private final Set<String> completedPhases = new HashSet<>();
  private @Nullable String phase;
  private boolean completed;
  private int messages;

  public RandomFlow(long seed) {
    this.random = new Random(seed);
    story.input(null, asks().toArray(ConversationEvent[]::new));
  }

  /** Some turns of anything that can happen. */
  public static List<Envelope<ConversationEvent>> conversation(long seed, int turns) {
    var flow = new RandomFlow(seed);
    for (int i = 0; i < turns; i++) {
      if (flow.random.nextInt(6) == 0) {
        flow.turnTakenBack();
      } else {
        flow.turn();
      }
    }
    if (flow.random.nextBoolean()) {
      flow.story.input("edit", new ItemRemoved("stages", "s2", source(Origin.PANEL)));
    }
    return flow.story.envelopes();
  }

  FlowStory story() {
    return story;
  }

  void turn() {
    says(true);
  }

  /** A message that is taken back at once, with everything it changed as it was before. */
  void turnTakenBack() {
    var before = new LinkedHashMap<>(known);
    says(false);
    var left = known;
    known = before;
    var events = new ArrayList<ConversationEvent>();
    events.add(new TurnUndone("m" + messages));
    left.forEach((path, _) -> reset(path, left, events));
    before.forEach((path, _) -> {
      if (!left.containsKey(path)) {
        reset(path, left, events);
      }
    });
    events.addAll(asks());
    story.input("undo-m" + messages, events.toArray(ConversationEvent[]::new));
  }

  /** The question that stands, once more. */
  void asksAgain() {
    story.input("undo-m" + messages, asks().toArray(ConversationEvent[]::new));
  }

  private void reset(String path, Map<String, Object> left, List<ConversationEvent> events) {
    var earlier = known.get(path);
    if (Objects.equals(earlier, left.get(path))) {
      return;
    }
    events.add(
        earlier instanceof Origin by
            ? new FieldReset(path, VALUE, source(by))
            : new FieldReset(path, null, null));
  }

  /** Passing over is known to conversation-service only while nobody takes a later message back. */
  private void says(boolean aboutAnything) {
    messages++;
    var events = new ArrayList<ConversationEvent>();
    for (int i = random.nextInt(4); i > 0; i--) {
      var path = pick(FLOW.values().stream().flatMap(List::stream).toList());
      if (aboutAnything || !(known.get(path) instanceof String)) {
        events.add(happens(path));
      }
    }
    events.addAll(asks());
    story.says("m" + messages, events.toArray(ConversationEvent[]::new));
  }

  private ConversationEvent happens(String path) {
    var by = pick(List.of(Origin.CHAT, Origin.PANEL, Origin.PREFILL, Origin.GENERATED));
    if (known.get(path) instanceof Origin) {
      return switch (random.nextInt(4)) {
        case 0 -> {
          known.remove(path);
          yield new FieldCleared(path, VALUE, source(by));
        }
        case 1 -> new FieldParked(path);
        case 2 -> new FieldRejected(path, "unfit", "words");
        default -> {
          known.put(path, by);
          yield new FieldCorrected(path, VALUE, FieldValue.text("other"), source(by));
        }
      };
    }
    return switch (random.nextInt(6)) {
      case 0 -> {
        known.put(path, "skipped");
        yield new FieldSkipped(path);
      }
      case 1 -> {
        known.put(path, "unknown");
        yield new FieldUnknown(path);
      }
      case 2 -> new FieldRejected(path, "unfit", "words");
      default -> {
        known.put(path, by);
        yield new FieldCaptured(path, VALUE, source(by));
      }
    };
  }

  private List<ConversationEvent> asks() {
    var events = new ArrayList<ConversationEvent>();
    var open =
        FLOW.entrySet().stream()
            .filter(entry -> !known.keySet().containsAll(entry.getValue()))
            .findFirst()
            .orElse(null);
    if (completed != (open == null)) {
      completed = open == null;
      events.add(completed ? new SessionCompleted() : new SessionResumed());
    }
    events.addAll(phases(open == null ? null : open.getKey()));
    if (open == null) {
      return events;
    }
    events.add(
        new QuestionAsked(
            open.getValue().stream().filter(path -> !known.containsKey(path)).limit(2).toList(),
            1));
    return events;
  }

  /** Tells which phases are completed or open again, and which one it is in now. */
  private List<ConversationEvent> phases(@Nullable String current) {
    var events = new ArrayList<ConversationEvent>();
    var reached = true;
    for (var entry : FLOW.entrySet()) {
      var done = known.keySet().containsAll(entry.getValue());
      if (!done && completedPhases.remove(entry.getKey())) {
        events.add(new PhaseReopened(entry.getKey()));
      } else if (done && reached && completedPhases.add(entry.getKey())) {
        events.add(new PhaseCompleted(entry.getKey()));
      }
      reached = reached && done;
    }
    if (current != null && !current.equals(phase)) {
      phase = current;
      events.add(new PhaseEntered(current));
    }
    return events;
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
