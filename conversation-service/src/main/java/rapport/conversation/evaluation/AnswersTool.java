package rapport.conversation.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;
import rapport.conversation.understanding.embedded.Likeness;
import rapport.embedding.BgeSmall;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how well guided answers are understood, on the command line: {@code FILE.jsonl ...
 * [--misses]}. The last line of the output is one JSON object with the figures. A file that ends
 * with {@code .tsv} is human chat, see {@link ChatFile}.
 */
public final class AnswersTool {

  private static final int FINE = 0;
  private static final int UNREADABLE = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;

  AnswersTool(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(new AnswersTool(System.out).run(List.of(args)));
  }

  /** Measures and gives the exit code: 0 measured, 1 nothing to measure, 2 called wrongly. */
  int run(List<String> args) {
    var files = new ArrayList<>(args);
    var misses = files.remove("--misses");
    if (files.isEmpty() || unknown(files)) {
      out.println("usage: FILE.jsonl ... [--misses]");
      return MISUSED;
    }
    try {
      return answers(files.stream().map(Path::of).toList(), misses);
    } catch (UncheckedIOException unreadable) {
      out.println("cannot read: " + unreadable.getMessage());
      return MISUSED;
    }
  }

  private static boolean unknown(List<String> files) {
    return files.stream().anyMatch(file -> file.startsWith("--"));
  }

  private int answers(List<Path> files, boolean misses) {
    var flows = FlowCatalog.fromClasspath();
    var read = files.stream().map(file -> read(file, flows)).toList();
    var answers = read.stream().flatMap(file -> file.answers().stream()).toList();
    var problems = read.stream().flatMap(file -> file.problems().stream()).toList();
    problems.forEach(problem -> out.println("not measured: " + problem));
    if (answers.isEmpty()) {
      out.println("nothing to measure");
      return UNREADABLE;
    }
    try (var model = BgeSmall.load()) {
      var interpreter = EmbeddedInterpreter.of(flows.languages(), Likeness.of(model));
      var report = new Report(Evaluation.of(answers, flows, interpreter), out);
      var cpu = Evaluation.cpu(answers, flows, interpreter);
      if (misses) {
        report.misses();
        out.println();
      }
      out.println(answers.size() + " turns measured, " + problems.size() + " lines not");
      out.println();
      report.table(cpu);
      out.println(JsonMapper.shared().writeValueAsString(report.figures(cpu, problems.size())));
    }
    return FINE;
  }

  private static AnswerFile read(Path file, FlowCatalog flows) {
    var name = file.toString();
    return name.endsWith(ChatFile.ENDING)
        ? ChatFile.read(name, lines(file))
        : AnswerFile.read(name, lines(file), flows);
  }

  /** The lines of a file; bytes that are no UTF-8 are read as the sign for that. */
  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
