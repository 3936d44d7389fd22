package rapport.standalone.sample;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** Lists of words and sentences, kept under {@code sample/} among the resources. */
final class Words {

  private static final Words NAMES = new Words("words.properties", " | ");
  private static final Words TALK = new Words("talk.properties", " || ");
  private static final Words VISITS = new Words("visits.properties", " | ");

  private final Properties lines = new Properties();
  private final String separator;

  private Words(String file, String separator) {
    this.separator = Pattern.quote(separator);
    try (var in = Words.class.getResourceAsStream("/sample/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the words " + file + " are missing");
      }
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names, places and the like. */
  static Words names() {
    return NAMES;
  }

  /** What is said and written between us and accounts. */
  static Words talk() {
    return TALK;
  }

  /** What visitors of the web site say. */
  static Words visits() {
    return VISITS;
  }

  /** All names of lists. */
  List<String> lists() {
    return lines.stringPropertyNames().stream().sorted().toList();
  }

  List<String> of(String list) {
    var line = lines.getProperty(list);
    if (line == null) {
      throw new IllegalArgumentException("there are no words for " + list);
    }
    return List.of(line.split(separator, -1));
  }
}
