package rapport.lead.proposal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import rapport.lead.text.Cues;

/** What visitors ask about, from {@code lead/topics.txt}. */
final class Topics {

  /**
   * @param button what to offer somebody who may want to know
   * @param question how it is asked
   * @param cue how pages speak of it
   */
  record Topic(String name, String button, String question, Pattern cue) {
    boolean isIn(String text) {
      return cue.matcher(text).find();
    }

    long count(String text) {
      return cue.matcher(text).results().count();
    }
  }

  private static final int PARTS = 4;

  static final List<Topic> ALL = read();

  private Topics() {}

  private static List<Topic> read() {
    var stream = Objects.requireNonNull(Topics.class.getResourceAsStream("/lead/topics.txt"));
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*", PARTS))
          .map(part -> new Topic(part[0], part[1], part[2], Cues.anyOf(List.of(part[3]))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Topic> named(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }
}
