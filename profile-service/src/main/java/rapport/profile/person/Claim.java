package rapport.profile.person;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.PersonState.Leaf;
import rapport.contracts.PersonState.Source;

/**
 * Somebody says what stands at a path.
 *
 * @param value none for a colleague who says that nothing known there is true
 * @param by as a leaf has it, such as {@code visitor}
 * @param confidence from 0 to 1
 */
public record Claim(
    String path,
    @Nullable FieldValue value,
    Standing standing,
    Source source,
    String by,
    Instant at,
    double confidence) {

  /** The one that counts more is greater; no two that differ are alike, whoever came first. */
  static final Comparator<Claim> BY_WEIGHT =
      comparing(Claim::standing)
          .thenComparingDouble(Claim::confidence)
          .thenComparing(Claim::at)
          .thenComparing(claim -> claim.source().eventId(), nullsFirst(Comparator.naturalOrder()))
          .thenComparing(claim -> claim.source().recordId(), nullsFirst(Comparator.naturalOrder()))
          .thenComparing(claim -> claim.value() == null ? "" : claim.value().display());

  /** What a reader sees when this claim counts. */
  Optional<Leaf> leaf() {
    return Optional.ofNullable(value).map(it -> leaf(it));
  }

  private Leaf leaf(FieldValue shown) {
    return new Leaf(shown, source, by, at, confidence, standing == Standing.LOCKED);
  }

  Claim with(@Nullable FieldValue other) {
    return new Claim(path, other, standing, source, by, at, confidence);
  }

  Claim with(Standing other) {
    return new Claim(path, value, other, source, by, at, confidence);
  }
}
