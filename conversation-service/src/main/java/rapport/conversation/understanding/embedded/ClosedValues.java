package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Optional;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.Phrases.Names;

/** Finds the known values of a field of which only known values are kept. */
final class ClosedValues {

  private final Reading reading;
  private final Phrases<String> values;

  ClosedValues(Reading reading, Field field) {
    this.reading = reading;
    this.values = reading.words(field).values();
  }

  /** A value, and the words it was said with. */
  record Value(String meaning, Span span) {}

  /** The only value in these words; empty when there are several, or it is denied. */
  Optional<Value> only(Span span) {
    var found = new ArrayList<Value>();
    for (var at = span.from(); at < span.to(); at++) {
      var match = values.longest(reading.tokens(), at, span.to(), Names.NONE);
      if (match != null) {
        if (reading.language().has("negations", reading.tokens(), at - 1)) {
          return Optional.empty();
        }
        found.add(new Value(match.meaning(), new Span(at, match.to())));
        at = match.to() - 1;
      }
    }
    var same = found.stream().map(Value::meaning).distinct().count() == 1;
    return same ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
