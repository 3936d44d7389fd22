package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.contracts.PersonState.Leaf;

/**
 * A value and where it comes from.
 *
 * @param value a text, a number, yes or no, or tags
 * @param by {@code visitor}, {@code analysis}, {@code observed}, {@code site}, {@code human} or
 *     {@code crm}
 * @param confidence from 0 to 1
 * @param locked whether a colleague decided that no other source may change it
 * @param undoable whether a colleague decided something about it that can be taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonLeaf(
    Object value,
    PersonSource source,
    String by,
    Instant at,
    double confidence,
    boolean locked,
    boolean undoable) {

  /** What it was taken from; {@code quote} are the person's words. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PersonSource(
      String system, @Nullable String recordId, @Nullable String eventId, @Nullable String quote) {}

  static PersonLeaf of(Leaf leaf, boolean undoable) {
    var from = leaf.source();
    return new PersonLeaf(
        leaf.value().json(),
        new PersonSource(from.system(), from.recordId(), from.eventId(), from.quote()),
        leaf.by(),
        leaf.at(),
        leaf.confidence(),
        leaf.locked(),
        undoable);
  }

  static @Nullable PersonLeaf ofNullable(@Nullable Leaf leaf) {
    return leaf == null ? null : of(leaf, false);
  }
}
