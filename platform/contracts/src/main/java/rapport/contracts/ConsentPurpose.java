package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may agree to, or not; each of them by itself. */
public enum ConsentPurpose {
  /** That we write to them about what they asked for. */
  CHAT,
  /** That we conclude who they are and what they want: personas, intent, scores. */
  PROFILING,
  /** That what is known of them is written into a CRM. */
  CRM,
  /** That what they say is shown to a language model. */
  MODEL,
  /** That they get offers nobody asked for. */
  MARKETING;

  /** The name on the wire, in lower case. */
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name; none for a name nobody knows. */
  public static Optional<ConsentPurpose> named(String wire) {
    return Stream.of(values()).filter(purpose -> purpose.wire().equals(wire)).findFirst();
  }
}
