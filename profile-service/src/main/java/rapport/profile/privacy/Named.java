package rapport.profile.privacy;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/**
 * How somebody is named in a request: by one of these.
 *
 * @param person the id of a person
 * @param email an address
 * @param visitor the id a browser has
 * @param conversation one they took part in
 * @param contact the id of a contact
 */
record Named(
    @Nullable String person,
    @Nullable String email,
    @Nullable String visitor,
    @Nullable String conversation,
    @Nullable String contact) {

  /** Itself; 422 {@code name-one} when it is not one thing. */
  Named checked() {
    var given =
        Stream.of(person, email, visitor, conversation, contact)
            .filter(it -> it != null && !it.isBlank())
            .count();
    if (given != 1) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "name-one",
          "Name one of person, email, visitor, conversation and contact.");
    }
    return new Named(
        person,
        email == null ? null : email.strip().toLowerCase(Locale.ROOT),
        visitor,
        conversation,
        contact);
  }
}
