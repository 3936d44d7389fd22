package rapport.standalone.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.standalone.chaos.Evidence.Asked;
import rapport.standalone.chaos.Evidence.Event;
import rapport.standalone.chaos.Evidence.Outcome;
import rapport.standalone.chaos.Evidence.Stream;
import rapport.standalone.chaos.Evidence.View;

/**
 * The way from a message to a view in a few lines, on one thread, with the crashes that happen to
 * it drawn from a seed. With {@link Bug#NONE} it keeps every promise; each other bug changes one
 * line of it.
 */
final class Pipeline {

  private static final String POISON = "poison";
  private static final int STEPS = 600;

  private final Bug bug;
  private final Random random;
  private final boolean cuts;

  // what survives a crash
  private final Map<String, List<String>> log = new LinkedHashMap<>();
  private final Map<String, Integer> published = new HashMap<>();
  private final List<Message> topic = new ArrayList<>();
  private final Map<String, List<String>> views = new HashMap<>();
  private final Set<String> aside = new HashSet<>();
  private int committed = -1;
  private boolean cut;
  private boolean truncated;

  // what does not
  private final List<Runnable> unwritten = new ArrayList<>();
  private @Nullable Stale stale;

  // whoever uses it
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, List<Long>> feed = new HashMap<>();
  private final Map<String, Integer> said = new HashMap<>();

  private record Message(String stream, long rev, String text) {
    Event event() {
      return new Event(rev, text, text);
    }
  }

  /** A view as a reader knew it when it stopped for a while. */
  private record Stale(String stream, List<String> view) {}

  private Pipeline(Bug bug, long seed) {
    this.bug = bug;
    this.random = new Random(seed);
    this.cuts = seed % 2 == 0;
  }

  /** What is found after a run, and after everything was given the time to catch up. */
  static Evidence run(Bug bug, long seed) {
    var pipeline = new Pipeline(bug, seed);
    for (var step = 0; step < STEPS; step++) {
      pipeline.step();
    }
    pipeline.settle();
    return pipeline.evidence();
  }

  private void step() {
    var stream = "s" + random.nextInt(4);
    switch (random.nextInt(40)) {
      case 0 -> killOwner();
      case 1 -> drainOwner(stream);
      case 2 -> stale = new Stale(stream, List.copyOf(views.getOrDefault(stream, List.of())));
      case 3 -> overwriteWithStale();
      case 4 -> {
        if (cuts) {
          cutTopic();
        }
      }
      case 5 -> read(true);
      case 6 -> pour();
      case 7, 8, 9, 10, 11, 12 -> publish();
      case 13, 14, 15, 16, 17, 18 -> read(false);
      case 19, 20 -> watch(stream, random.nextInt(3) == 0);
      case 21, 22, 23 -> unwrittenIsWritten();
      default -> say(stream);
    }
  }

  private void say(String stream) {
    var input = stream + "-m" + said.merge(stream, 1, Integer::sum);
    var outcome = Outcome.UNKNOWN;
    do {
      accept(stream, input, bug == Bug.ACK_BEFORE_WRITE);
      if (random.nextInt(5) > 0) { // else the answer is lost on the line
        outcome = Outcome.OK;
      }
    } while (outcome != Outcome.OK && random.nextInt(10) > 0);
    var answers = outcome == Outcome.OK ? Set.of(input) : Set.<String>of();
    asked.put(input, new Asked(stream, input, outcome, answers));
  }

  private void accept(String stream, String input, boolean later) {
    Runnable write =
        () -> {
          var turns = log.computeIfAbsent(stream, _ -> new ArrayList<>());
          if (bug == Bug.NO_DEDUPE || !turns.contains(input)) {
            turns.add(input);
          }
        };
    if (later) {
      unwritten.add(write);
    } else {
      unwrittenIsWritten();
      write.run();
    }
  }

  private void unwrittenIsWritten() {
    unwritten.forEach(Runnable::run);
    unwritten.clear();
  }

  private void killOwner() {
    unwritten.clear();
  }

  private void drainOwner(String stream) {
    if (bug == Bug.LOST_ON_DRAIN) {
      var input = stream + "-m" + said.merge(stream, 1, Integer::sum);
      asked.put(input, new Asked(stream, input, Outcome.OK, Set.of(input)));
    } else {
      say(stream);
    }
  }

  private void publish() {
    log.forEach((stream, turns) -> {
      var batch = new ArrayList<Message>();
      for (var rev = published.getOrDefault(stream, 0) + 1; rev <= turns.size(); rev++) {
        batch.add(new Message(stream, rev, turns.get(rev - 1)));
      }
      if (bug == Bug.REORDERED_RETRY && batch.size() > 1 && random.nextInt(4) == 0) {
        batch.add(batch.removeFirst());
      }
      topic.addAll(batch);
      if (random.nextInt(6) > 0) { // else it dies before the mark, and publishes them again
        published.put(stream, turns.size());
      }
    });
  }

  private void cutTopic() {
    cut = true;
    truncated = true;
    for (var lost = random.nextInt(4); lost > 0 && !topic.isEmpty(); lost--) {
      topic.removeLast();
    }
  }

  private void pour() {
    topic.add(new Message(POISON, 1, "\u0000"));
  }

  /** Reads on from the offset; with {@code dies}, ends between storing and committing. */
  private void read(boolean dies) {
    if (committed < 0 || truncated) { // a new reader, or one that is told that records are gone
      truncated = false;
      committed = bug == Bug.LATEST ? topic.size() : 0;
    }
    var end = topic.size();
    if (bug == Bug.COMMIT_FIRST && dies) {
      committed = end;
      return;
    }
    topic.subList(committed, end).forEach(this::fold);
    if (!dies) {
      committed = end;
    }
  }

  private void fold(Message message) {
    if (message.stream().equals(POISON)) {
      if (bug != Bug.POISON_SKIPPED) {
        aside.add(POISON);
      }
      return;
    }
    var view = views.computeIfAbsent(message.stream(), _ -> new ArrayList<>());
    var turns = log.getOrDefault(message.stream(), List.of());
    while (view.size() < message.rev()) { // a gap is filled by the owner
      view.add(turns.get(view.size()));
    }
  }

  private void overwriteWithStale() {
    var late = stale;
    if (late != null && bug == Bug.NO_FENCING) {
      views.put(late.stream(), new ArrayList<>(late.view()));
    }
    stale = null;
  }

  private void watch(String stream, boolean cameBack) {
    var seen = feed.computeIfAbsent(stream, _ -> new ArrayList<>());
    var from =
        seen.isEmpty() || (cameBack && bug == Bug.FEED_FROM_THE_BEGINNING) ? 0 : seen.getLast();
    for (var rev = from + 1; rev <= log.getOrDefault(stream, List.of()).size(); rev++) {
      seen.add(rev);
    }
  }

  private void settle() {
    unwrittenIsWritten();
    publish();
    published.replaceAll((stream, _) -> log.getOrDefault(stream, List.of()).size());
    if (bug != Bug.NO_RECONCILE) {
      var there = new LinkedHashSet<>(topic);
      log.forEach((stream, turns) -> {
        for (var rev = 1; rev <= turns.size(); rev++) {
          var message = new Message(stream, rev, turns.get(rev - 1));
          if (!there.contains(message)) {
            topic.add(message);
          }
        }
      });
    }
    read(false);
    overwriteWithStale();
    log.keySet().forEach(stream -> watch(stream, false));
  }

  private Evidence evidence() {
    var streams = new HashMap<String, Stream>();
    var compared = new ArrayList<View>();
    log.forEach((stream, turns) -> {
      var events = new ArrayList<Event>();
      turns.forEach(text -> events.add(new Message(stream, events.size() + 1, text).event()));
      var onTopic =
          topic.stream().filter(it -> it.stream().equals(stream)).map(Message::event).toList();
      var view = views.getOrDefault(stream, List.of());
      var folded = turns.subList(0, Math.min(view.size(), turns.size()));
      streams.put(
          stream, new Stream(events, onTopic, List.of(feed.getOrDefault(stream, List.of()))));
      compared.add(new View("view", stream, view.size(), turns.size(), view.equals(folded)));
    });
    var poured = topic.stream().anyMatch(it -> it.stream().equals(POISON));
    return new Evidence(
        List.copyOf(asked.values()),
        streams,
        compared,
        poured || aside.contains(POISON) ? Set.of(POISON) : Set.of(),
        aside,
        cut);
  }
}
