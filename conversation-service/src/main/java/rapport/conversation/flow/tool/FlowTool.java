package rapport.conversation.flow.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.DefinitionReader;
import rapport.conversation.flow.yaml.FlowProblem;
import rapport.conversation.flow.yaml.InvalidFlowException;
import rapport.conversation.flow.yaml.Problems;
import rapport.conversation.flow.yaml.YamlNode;

/**
 * Tools for people who write flows, on the command line.
 *
 * <pre>
 * lint FOLDER         mistakes (exit code 1) and warnings (exit code 0) of a flows folder
 * diff OLD NEW        what a new version changes for running conversations; exit code 1 when
 *                     values would be lost that no migration looks after
 * </pre>
 */
public final class FlowTool {

  private static final int FINE = 0;
  private static final int FOUND = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;

  FlowTool(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(new FlowTool(System.out).run(List.of(args)));
  }

  /** Runs a command and gives its exit code: 0 fine, 1 found something bad, 2 called wrongly. */
  int run(List<String> args) {
    try {
      if (args.size() == 2 && args.getFirst().equals("lint")) {
        return lint(Path.of(args.get(1)));
      }
      if (args.size() == 3 && args.getFirst().equals("diff")) {
        return diff(Path.of(args.get(1)), Path.of(args.get(2)));
      }
    } catch (InvalidFlowException invalid) {
      invalid.problems().forEach(problem -> out.println("error: " + problem));
      return FOUND;
    } catch (UncheckedIOException unreadable) {
      out.println("cannot read: " + unreadable.getMessage());
      return MISUSED;
    }
    out.println("usage: lint FOLDER | diff OLD.yaml NEW.yaml");
    return MISUSED;
  }

  private int lint(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UncheckedIOException(new IOException(folder + " is no folder"));
    }
    var files = FlowSources.files(folder);
    var warnings = Lint.warnings(files);
    warnings.forEach(warning -> out.println("warning: " + warning));
    out.println(files.size() + " files, no mistakes, " + warnings.size() + " warnings");
    return FINE;
  }

  private int diff(Path oldFile, Path newFile) {
    var found = new TreeSet<FlowProblem>();
    var old = definition(oldFile, found);
    var young = definition(newFile, found);
    if (old == null || young == null || !found.isEmpty()) {
      found.forEach(problem -> out.println("error: " + problem));
      return FOUND;
    }
    var changes = FlowDiff.changes(old, young);
    changes.forEach(out::println);
    var losing = changes.stream().filter(one -> one.kind() == Change.Kind.LOSES).count();
    out.println(changes.size() + " changes, " + losing + " lose what people said");
    return losing > 0 ? FOUND : FINE;
  }

  /** Null, and problems, when it is no YAML. */
  private static @Nullable FlowDefinition definition(Path path, Collection<FlowProblem> found) {
    var file = FlowSources.file(path);
    var problems = new Problems(file.name(), found);
    var document = YamlNode.read(file, problems);
    return document == null ? null : DefinitionReader.read(document, problems).definition();
  }
}
