package rapport.standalone.client;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What a person says in an interview, always the same way. Kept as {@code interviews/<flow>} among
 * the resources.
 *
 * @param flow the name of the flow
 * @param records where under {@code /api/v1} what comes of it is found
 * @param context what the conversation begins with; lines that begin with {@code context.}
 * @param answers by the path of the field that is asked for; {@code *} answers everything else. A
 *     field that is asked for again gets the next answer, and the last one ever after
 */
public record Script(
    String flow, String records, Map<String, Object> context, Map<String, List<String>> answers) {

  private static final String ELSE = "*";
  private static final String RECORDS = "records";
  private static final String CONTEXT = "context.";

  public Script {
    context = Map.copyOf(context);
    answers = Map.copyOf(answers);
    if (!answers.containsKey(ELSE)) {
      throw new IllegalArgumentException("a script answers everything: " + ELSE + " is missing");
    }
  }

  /**
   * The script for a flow.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Script of(String flow) {
    return of(flow, flow);
  }

  /** Another script for a flow, by its own name. */
  public static Script of(String flow, String name) {
    try (var in = Script.class.getResourceAsStream("/interviews/" + name + ".properties")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no script " + name);
      }
      var lines = new Properties();
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      var context = new HashMap<String, Object>();
      var answers = new HashMap<String, List<String>>();
      for (var key : lines.stringPropertyNames()) {
        var line = lines.getProperty(key);
        if (key.startsWith(CONTEXT)) {
          context.put(key.substring(CONTEXT.length()), line);
        } else {
          answers.put(key, List.of(line.split(" \\| ")));
        }
      }
      return new Script(flow, lines.getProperty(RECORDS, ""), context, answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same answers in a conversation that begins with something else. */
  Script in(Map<String, Object> other) {
    return new Script(flow, records, other, answers);
  }

  /** What is said when {@code asked} is asked for, having been asked for so often before. */
  public String answer(String asked, int before) {
    var known = answers.get(asked);
    var all = known == null ? answers.getOrDefault(ELSE, List.of()) : known;
    return all.get(Math.min(before, all.size() - 1));
  }
}
