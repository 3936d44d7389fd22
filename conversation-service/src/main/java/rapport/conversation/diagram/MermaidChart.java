package rapport.conversation.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a chart as a Mermaid flowchart. */
final class MermaidChart {

  private static final String CLASSES =
      """
        classDef field fill:#ffffff,stroke:#94a3b8,color:#0f172a,text-align:left
        classDef branch fill:#fef3c7,stroke:#d97706,color:#0f172a
        classDef rule fill:#f1f5f9,stroke:#cbd5e1,color:#334155,text-align:left
        classDef edge fill:#e0e7ff,stroke:#6366f1,color:#0f172a
      """;

  /** What Mermaid would take for the beginning of a list, which it then refuses to draw. */
  private static final Pattern LIST = Pattern.compile("(?m)^(\\s*(?:\\d+(?=\\.)|[-+*](?=\\s)))(.)");

  private final StringBuilder text = new StringBuilder();
  private final List<Loose> loose = new ArrayList<>();

  /** Told at the end: a way told inside of a frame would draw both its nodes into it. */
  private final List<String> ways = new ArrayList<>();

  private int nodes;
  private int frames;
  private String indent = "  ";

  /**
   * The end of a way that waits for its next node.
   *
   * @param label what the way is called, or null
   */
  private record Loose(String node, @Nullable String label) {}

  private MermaidChart() {}

  static String write(Chart chart) {
    return new MermaidChart().flowchart(chart);
  }

  private String flowchart(Chart chart) {
    text.append("flowchart TB\n");
    line("accTitle: " + title(chart.title()));
    arrive(node("([", chart.begin(), "])", "edge"));
    chart.blocks().forEach(this::block);
    arrive(node("([", chart.end(), "])", "edge"));
    ways.forEach(this::line);
    return text.append(CLASSES).toString();
  }

  private void block(Chart.Block block) {
    open(block.title());
    if (block.parts().isEmpty()) {
      arrive(node("(", block.note(), ")", "field"));
    }
    block.parts().forEach(this::part);
    var last = loose.getLast().node();
    for (var rule : block.rules()) {
      var words = rule.when() + ":\n" + String.join("\n", rule.effects());
      ways.add(last + " -.- " + node("[", words, "]", "rule"));
    }
    close();
  }

  private void part(Chart.Part part) {
    switch (part) {
      case Chart.Ask(var items) -> arrive(node("[", lines(items), "]", "field"));
      case Chart.Branch(var question, var arms) -> branch(question, arms);
      case Chart.Loop(var label, var again, var parts) -> loop(label, again, parts);
    }
  }

  private void branch(String question, List<Chart.Arm> arms) {
    var fork = node("{", question, "}", "branch");
    arrive(fork);
    var ends = new ArrayList<Loose>();
    for (var arm : arms) {
      loose.clear();
      loose.add(new Loose(fork, arm.label()));
      arm.parts().forEach(this::part);
      ends.addAll(loose);
    }
    loose.clear();
    loose.addAll(ends);
  }

  private void loop(String label, String again, List<Chart.Part> parts) {
    open("↻ " + label);
    var first = "n" + (nodes + 1);
    parts.forEach(this::part);
    loose.forEach(end -> ways.add(end.node() + " -. " + quoted(again) + " .-> " + first));
    close();
  }

  private static String lines(List<Chart.Item> items) {
    return items.stream().map(Chart.Item::marked).collect(Collectors.joining("\n"));
  }

  /** Leads all loose ends to a node, from which the way goes on. */
  private void arrive(String node) {
    for (var end : loose) {
      var label = end.label() == null ? "" : "|" + quoted(end.label()) + "|";
      ways.add(end.node() + " -->" + label + " " + node);
    }
    loose.clear();
    loose.add(new Loose(node, null));
  }

  private String node(String before, String label, String after, String kind) {
    var id = "n" + ++nodes;
    line(id + before + quoted(label) + after + ":::" + kind);
    return id;
  }

  private void open(String label) {
    line("subgraph p" + ++frames + "[" + quoted(label) + "]");
    indent += "  ";
  }

  private void close() {
    indent = indent.substring(2);
    line("end");
  }

  private void line(String line) {
    text.append(indent).append(line).append('\n');
  }

  /** The title ends with its line, and some signs would end it before. */
  private static String title(String title) {
    return title.replaceAll("[\\s;#{}]+", " ").strip();
  }

  /** As Mermaid reads any text: signs that mean something to it or to HTML by their names. */
  static String quoted(String label) {
    var written = new StringBuilder("\"");
    LIST.matcher(label)
        .replaceAll(list -> list.group(1) + "\u2060" + list.group(2))
        .codePoints()
        .forEach(sign -> {
          switch (sign) {
            case '\n' -> written.append("<br/>");
            case '#' -> written.append("#35;");
            case '&' -> written.append("#amp;");
            case '<' -> written.append("#lt;");
            case '>' -> written.append("#gt;");
            case '"' -> written.append("#quot;");
            case '`' -> written.append("#96;");
            case '\\' -> written.append("#92;");
            default -> written.appendCodePoint(sign);
          }
        });
    return written.append('"').toString();
  }
}
