package rapport.conversation.summary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rapport.contracts.FieldValue;
import rapport.conversation.summary.Piece.Slot;

/** The values of one text. However many wordings try a value, it is read and fitted once. */
final class Readings {

  private final Fitting fitting;
  private final Map<FieldValue, Reading> read = new HashMap<>();
  private final Map<Place, Optional<Fitted>> fitted = new HashMap<>();

  private record Place(Slot slot, FieldValue value) {}

  Readings(Fitting fitting) {
    this.fitting = fitting;
  }

  Fitting fitting() {
    return fitting;
  }

  Reading read(FieldValue value) {
    return read.computeIfAbsent(value, fitting::read);
  }

  /** The value in the form that a place asks for; empty when it does not fit or says nothing. */
  Optional<Fitted> fit(Slot slot, FieldValue value) {
    return fitted.computeIfAbsent(
        new Place(slot, value),
        _ -> {
          var reading = read(value);
          return reading.saysSomething() ? fitting.fit(slot, reading) : Optional.empty();
        });
  }
}
