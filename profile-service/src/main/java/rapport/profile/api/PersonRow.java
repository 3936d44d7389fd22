package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.profile.person.Person;
import rapport.profile.person.PersonFields;

/**
 * A person in a list; what is not known is absent.
 *
 * @param persona the name of the persona they are taken for
 * @param buyingReadiness {@code low}, {@code medium} or {@code high}
 * @param mode {@code lead}, {@code sales} or {@code human}
 * @param lastSeen when they wrote last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonRow(
    String id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String company,
    @Nullable String role,
    @Nullable String persona,
    @Nullable String buyingReadiness,
    @Nullable String mode,
    List<String> conversations,
    @Nullable String lastSeen,
    Instant lastUpdatedAt,
    long rev) {

  static PersonRow of(Person person) {
    return new PersonRow(
        person.id(),
        text(person, PersonFields.NAME),
        text(person, PersonFields.EMAIL),
        text(person, "company.name"),
        text(person, "behavior.role"),
        text(person, "intelligence.personaName"),
        text(person, "intelligence.buyingReadiness"),
        text(person, "engagement.mode"),
        person.conversations(),
        text(person, "engagement.lastSeen"),
        Objects.requireNonNull(person.changedAt()),
        person.rev());
  }

  static @Nullable String text(Person person, String path) {
    var text = person.text(path);
    return text.isEmpty() ? null : text;
  }
}
