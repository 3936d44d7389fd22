package rapport.conversation.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Human chat with labelled words, as the MultiDoGO data set has it: tab-separated, a turn a line.
 * Of what it labels our flows only ask for a person's name, so the turns that give one are read as
 * answers to that question, and bare greetings and thanks as turns that answer nothing.
 */
final class ChatFile {

  /** How such files are named. */
  static final String ENDING = ".tsv";

  private static final String HEADER = "conversationId\tturnNumber\tutteranceId\tutterance";
  private static final int COLUMNS = 6;
  private static final String NAME = "name";
  private static final String FLOW = "customer-profile";
  private static final String FIELD = "prototype_name";
  private static final Set<String> PLEASANTRIES =
      Set.of("openinggreeting", "closinggreeting", "thankyou");

  private ChatFile() {}

  /**
   * Reads the lines of a file; turns about anything else are left out.
   *
   * @param name what the file is called in problems
   */
  static AnswerFile read(String name, List<String> lines) {
    var answers = new ArrayList<GuidedAnswer>();
    var problems = new ArrayList<String>();
    if (lines.isEmpty() || !lines.getFirst().startsWith(HEADER)) {
      problems.add(name + ":1: must begin with " + HEADER.replace('\t', ' '));
      return new AnswerFile(answers, problems);
    }
    for (var at = 1; at < lines.size(); at++) {
      var place = name + ":" + (at + 1);
      var columns = lines.get(at).split("\t", -1);
      if (columns.length != COLUMNS) {
        problems.add(place + ": has " + columns.length + " columns, not " + COLUMNS);
        continue;
      }
      var words = List.of(columns[3].split(" ", -1));
      var labels = List.of(columns[4].split(" ", -1));
      if (words.size() == labels.size()) {
        turn(place, columns[3], words, labels, columns[5]).ifPresent(answers::add);
      } else {
        problems.add(place + ": has " + words.size() + " words and " + labels.size() + " labels");
      }
    }
    return new AnswerFile(answers, problems);
  }

  private static Optional<GuidedAnswer> turn(
      String place, String text, List<String> words, List<String> labels, String intent) {
    if (labels.contains(NAME)) {
      return Optional.of(answer(place, text, Map.of(FIELD, named(words, labels)), List.of()));
    }
    var nothing = labels.stream().allMatch("O"::equals) && PLEASANTRIES.contains(intent);
    return nothing
        ? Optional.of(answer(place, text, Map.of(), List.of("small_talk")))
        : Optional.empty();
  }

  private static GuidedAnswer answer(
      String place, String text, Map<String, String> expected, List<String> acts) {
    return new GuidedAnswer(
        place, FLOW, "B2C", List.of(FIELD), Map.of(), text, acts, expected, "en");
  }

  /** The first words in a row that are labelled as the name. */
  private static String named(List<String> words, List<String> labels) {
    var first = labels.indexOf(NAME);
    return String.join(
        " ",
        Stream.iterate(first, at -> at < labels.size() && labels.get(at).equals(NAME), at -> at + 1)
            .map(words::get)
            .toList());
  }
}
