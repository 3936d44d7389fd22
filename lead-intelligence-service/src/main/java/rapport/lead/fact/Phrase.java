package rapport.lead.fact;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Sentence;

/** The first part of a sentence that matches, as it was said. */
final class Phrase {

  private Phrase() {}

  /** {@code pattern} has a group 1, which is the value. */
  static Stream<Fact> first(String path, Pattern pattern, Sentence sentence, double confidence) {
    var matcher = pattern.matcher(sentence.text());
    return matcher.find()
        ? Stream.of(
            new Fact(path, FieldValue.text(matcher.group(1).strip()), sentence.text(), confidence))
        : Stream.empty();
  }
}
