package rapport.conversation.story;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.contracts.FieldValue;

/** What has to come of a step. */
sealed interface Expected {

  /** The topic of a message that was not understood; a step that does not expect it fails. */
  String NOT_UNDERSTOOD = "not-understood";

  /**
   * The fields that people filled with this step, all of them, and their values. Controls, and
   * fields that were prefilled or drafted, may be among them.
   */
  record Captured(Map<String, FieldValue> values) implements Expected {
    public Captured {
      values = ordered(values);
    }
  }

  /** What some fields and controls hold after it, and which of them hold nothing. */
  record Values(Map<String, FieldValue> held, Set<String> empty) implements Expected {
    public Values {
      held = ordered(held);
      empty = Collections.unmodifiableSet(new LinkedHashSet<>(empty));
    }
  }

  /** What the rows of groups are called, in order; a row without a name is "". */
  record Rows(Map<String, List<String>> titles) implements Expected {
    public Rows {
      titles = ordered(titles);
    }
  }

  /** How some fields stand: open, filled, skipped, unknown, parked or hidden. */
  record States(Map<String, String> states) implements Expected {
    public States {
      states = ordered(states);
    }
  }

  /** Values that wait beside fields: suggested by the chat, or from another panel. */
  record Waiting(Map<String, FieldValue> values) implements Expected {
    public Waiting {
      values = ordered(values);
    }
  }

  /** The fields of the question that stands, in order; none when none does. */
  record Asked(List<String> paths) implements Expected {
    public Asked {
      paths = List.copyOf(paths);
    }
  }

  record Phase(String id) implements Expected {}

  /** Parts of the reply; none when nothing is to be said. */
  record Says(List<String> parts) implements Expected {
    public Says {
      parts = List.copyOf(parts);
    }
  }

  /** Labels of buttons under the reply, among others. */
  record Offers(List<String> labels) implements Expected {
    public Offers {
      labels = List.copyOf(labels);
    }
  }

  /** Events that happen, by their names and in this order; others may happen in between. */
  record Happens(List<String> events) implements Expected {
    public Happens {
      events = List.copyOf(events);
    }
  }

  /** What cannot be the value of a field: why, by path; nothing else may be turned down. */
  record Rejects(Map<String, String> codes) implements Expected {
    public Rejects {
      codes = ordered(codes);
    }
  }

  /** Why the whole step is turned down. */
  record Refuses(String code) implements Expected {}

  /** What is answered although it is no answer, such as {@code not-understood}. */
  record Digresses(String topic) implements Expected {}

  /** How far the conversation is: {@code in_progress} or {@code completed}. */
  record Status(String status) implements Expected {}

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
