package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.profile.store.PersonHistory;

/**
 * One line of a person's history.
 *
 * @param from absent when nothing was there
 * @param to absent when nothing is there
 * @param cause {@code heard}, {@code edited}, {@code locked}, {@code unlocked}, {@code undone},
 *     {@code merged}, {@code unmerged} or {@code consented}
 * @param by where the value comes from, as a leaf has it
 * @param actor the colleague it comes of, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonHistoryLine(
    String path,
    @Nullable Object from,
    @Nullable Object to,
    String cause,
    @Nullable String by,
    @Nullable String actor,
    @Nullable String quote,
    @Nullable Double confidence,
    long rev,
    Instant at) {

  static PersonHistoryLine of(PersonHistory.Entry entry) {
    var to = entry.to();
    return new PersonHistoryLine(
        entry.path(),
        entry.from(),
        to == null ? null : to.value().json(),
        entry.cause(),
        to == null ? null : to.by(),
        entry.editor(),
        to == null ? null : to.source().quote(),
        to == null ? null : to.confidence(),
        entry.rev(),
        entry.at());
  }
}
