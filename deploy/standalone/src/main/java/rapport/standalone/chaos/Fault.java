package rapport.standalone.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Something that is done to the system.
 *
 * @param victim the process it is done to
 * @param seconds how long it lasts; 0 for what is over at once
 */
record Fault(Kind kind, String victim, int seconds) {

  /** What can be done. */
  enum Kind {
    /** A process ends at once (SIGKILL). */
    KILL,
    /** A process stands still for some seconds (SIGSTOP, SIGCONT). */
    STOP,
    /** A process is asked to end (SIGTERM) and finishes what it does. */
    DRAIN,
    /** The store is killed in the middle of a write: its journal ends in half a record. */
    STORE_TAIL,
    /** The broker is killed, and its topics lose what may not have been on the disk. */
    TOPIC_TAIL,
    /** A topic carries an event that nobody can read, and a record that is no event at all. */
    POISON
  }

  private static final List<String> PROCESSES =
      List.of(
          "conversation-service",
          "profile-service",
          "lead-intelligence-service",
          "health-score-service",
          "integrations-service",
          "gateway",
          "broker",
          "store");

  private static final int LONGEST_STOP = 6;

  /**
   * The faults of a run, in their order: so many kills, and of each other kind a quarter as many.
   */
  static List<Fault> plan(Set<Kind> kinds, int kills, Random random) {
    var plan = new ArrayList<Fault>();
    for (var kind : Kind.values()) {
      var times = kind == Kind.KILL ? kills : (kills + 3) / 4;
      for (var n = 0; kinds.contains(kind) && n < times; n++) {
        plan.add(of(kind, random));
      }
    }
    Collections.shuffle(plan, random);
    return plan;
  }

  private static Fault of(Kind kind, Random random) {
    return switch (kind) {
      case KILL, DRAIN -> new Fault(kind, any(random), 0);
      case STOP -> new Fault(kind, any(random), 1 + random.nextInt(LONGEST_STOP));
      case STORE_TAIL -> new Fault(kind, "store", 0);
      case TOPIC_TAIL, POISON -> new Fault(kind, "broker", 0);
    };
  }

  private static String any(Random random) {
    return PROCESSES.get(random.nextInt(PROCESSES.size()));
  }
}
