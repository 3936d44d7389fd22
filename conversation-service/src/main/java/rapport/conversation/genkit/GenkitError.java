package rapport.conversation.genkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, as Genkit clients are told. It names what is wrong with the input and never
 * repeats it.
 *
 * @param message a sentence for people, without secrets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GenkitError(CanonicalCode status, String message, @Nullable Details details) {

  /** More about it. Clients print an object as {@code [object Object]}, so it is mostly words. */
  sealed interface Details {

    record Words(@JsonValue String text) implements Details {}

    record Errors(List<Wrong> errors) implements Details {
      public Errors {
        errors = List.copyOf(errors);
      }
    }
  }

  /**
   * @param path where in the input, such as {@code message}
   */
  record Wrong(String path, String message) {}

  static GenkitError of(CanonicalCode status, String message) {
    return new GenkitError(status, message, null);
  }

  static GenkitError of(CanonicalCode status, String message, String details) {
    return new GenkitError(status, message, new Details.Words(details));
  }

  static GenkitError invalid(List<Wrong> wrong) {
    return new GenkitError(
        CanonicalCode.INVALID_ARGUMENT, "The input cannot be accepted.", new Details.Errors(wrong));
  }
}
