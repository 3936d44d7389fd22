package rapport.testkit.planted.sound;

import java.time.Duration;
import java.time.Instant;
import rapport.contracts.FieldValue;

record Decides(FieldValue value, Instant at) {
  Decides later() {
    return new Decides(value, at.plus(Duration.ofHours(1)));
  }
}
