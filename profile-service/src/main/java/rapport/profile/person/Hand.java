package rapport.profile.person;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.PersonState.Leaf;
import rapport.contracts.PersonState.Source;

/**
 * What a colleague decided about a leaf, on top of what was decided before.
 *
 * @param claim what they say stands there; none when they let other sources decide again
 * @param written whether they wrote the value; otherwise they locked what stood there
 * @param rev the person's revision that came of it
 * @param before what the leaf's hand was; an undo goes back to it
 */
public record Hand(
    @Nullable Claim claim,
    boolean written,
    Editor editor,
    Instant at,
    long rev,
    @Nullable Hand before) {

  private static final int MOST_UNDOABLE = 20;
  private static final String HERE = "rapport";

  /** A colleague writes a value, or says that none is true. */
  static Hand writing(
      String path,
      @Nullable FieldValue value,
      Standing standing,
      Editor editor,
      Act act,
      @Nullable Hand before) {
    var source = new Source(HERE, null, null, null);
    var claim = new Claim(path, value, standing, source, "human", act.at(), 1);
    return new Hand(claim, true, editor, act.at(), act.rev(), trimmed(before));
  }

  /** A colleague settles what stands there. */
  static Hand locking(String path, Leaf leaf, Editor editor, Act act, @Nullable Hand before) {
    var claim =
        new Claim(
            path,
            leaf.value(),
            Standing.LOCKED,
            leaf.source(),
            leaf.by(),
            leaf.at(),
            leaf.confidence());
    var written = before != null && before.written() && before.claim() != null;
    return new Hand(claim, written, editor, act.at(), act.rev(), trimmed(before));
  }

  /** A colleague lets other sources decide again; what a colleague wrote counts as written. */
  Hand unlocking(Editor unlocker, Act act) {
    var kept = written && claim != null ? claim.with(Standing.RECORDED) : null;
    return new Hand(kept, written, unlocker, act.at(), act.rev(), trimmed(this));
  }

  boolean locks() {
    return claim != null && claim.standing() == Standing.LOCKED;
  }

  Optional<Claim> said() {
    return Optional.ofNullable(claim);
  }

  private static @Nullable Hand trimmed(@Nullable Hand hand) {
    return hand == null ? null : hand.trimmed(MOST_UNDOABLE);
  }

  private Hand trimmed(int most) {
    var earlier = before == null || most <= 1 ? null : before.trimmed(most - 1);
    return new Hand(claim, written, editor, at, rev, earlier);
  }

  /** When something is done, and the revision that comes of it. */
  record Act(Instant at, long rev) {}
}
