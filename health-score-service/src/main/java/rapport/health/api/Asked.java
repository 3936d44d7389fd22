package rapport.health.api;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/** In which words something may be asked for. */
final class Asked {

  private Asked() {}

  /** One of an enumeration by its name in lower case with dashes; 400 {@code code} otherwise. */
  static <E extends Enum<E>> E named(Class<E> type, String name, String code) {
    var constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(it -> wire(it).equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                HttpStatus.BAD_REQUEST,
                code,
                "It is one of "
                    + String.join(", ", Arrays.stream(constants).map(Asked::wire).toList())
                    + "."));
  }

  /** Likewise, or nothing without a name. */
  static <E extends Enum<E>> @Nullable E namedOrNone(
      Class<E> type, @Nullable String name, String code) {
    return name == null ? null : named(type, name, code);
  }

  static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Problem unknown(String what) {
    return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".");
  }
}
