package rapport.conversation.diagram;

import java.util.List;

/**
 * What a picture of a flow shows, before it is a picture.
 *
 * @param title the flow's name for people
 * @param begin what the beginning is called
 * @param end what the end is called
 * @param blocks one for each phase, in order
 * @param legend what the marks mean
 */
record Chart(String title, String begin, String end, List<Block> blocks, List<String> legend) {

  Chart {
    blocks = List.copyOf(blocks);
    legend = List.copyOf(legend);
  }

  /**
   * A phase.
   *
   * @param note how it asks
   * @param rules what follows by itself
   */
  record Block(String title, String note, List<Part> parts, List<Note> rules) {
    Block {
      parts = List.copyOf(parts);
      rules = List.copyOf(rules);
    }
  }

  /** One after the other, from top to bottom. */
  sealed interface Part {}

  /** Fields that are asked one after the other. */
  record Ask(List<Item> items) implements Part {
    Ask {
      items = List.copyOf(items);
    }
  }

  /**
   * A field.
   *
   * @param marks signs of the legend, such as {@code *}; may be empty
   * @param kind what kind of answer it takes
   * @param options what it offers, in words; may be empty
   */
  record Item(String label, String marks, String kind, List<String> options) {

    private static final char NO_BREAK = '\u00a0';

    Item {
      options = List.copyOf(options);
    }

    /** The label with its marks, which stay on its line. */
    String marked() {
      return marks.isEmpty() ? label : label + NO_BREAK + marks;
    }
  }

  /** The ways part and come together again. */
  record Branch(String question, List<Arm> arms) implements Part {
    Branch {
      arms = List.copyOf(arms);
    }
  }

  /** One of the ways; without parts it leads past. */
  record Arm(String label, List<Part> parts) {
    Arm {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Parts that come once for every row.
   *
   * @param label for which rows
   * @param again what the way back is called
   */
  record Loop(String label, String again, List<Part> parts) implements Part {
    Loop {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A rule in words.
   *
   * @param when when it takes effect
   * @param effects what happens, in order
   */
  record Note(String when, List<String> effects) {
    Note {
      effects = List.copyOf(effects);
    }
  }
}
