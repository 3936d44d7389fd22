package rapport.profile.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.profile.consent.ConsentEntry;
import rapport.profile.person.Hand.Act;
import rapport.profile.person.PersonChange.Cause;

/**
 * What may be done about a person, given all that is said of them.
 *
 * @param person as they are stored
 * @param at when it is done
 */
public record Deciding(Person person, Material material, Instant at) {

  /** Beyond it a ledger grows only by what takes back something that was agreed to. */
  private static final int MOST_CONSENTS = 500;

  /** What came of it. */
  public sealed interface Outcome {
    record Applied(PersonChange change) implements Outcome {}

    record Unchanged() implements Outcome {}

    /** Another colleague has decided about the leaf meanwhile. */
    record Conflict() implements Outcome {}

    record Refused(String code, String detail) implements Outcome {}
  }

  /** Everything said is heard; nobody decided anything. */
  public Optional<PersonChange> heard(Cause cause, @Nullable Editor editor) {
    return PersonChange.of(person, person, material, cause, editor, at);
  }

  /** Somebody is known from the outside, such as a contact of an account. */
  public Optional<PersonChange> introduced(String path, String text) {
    var here = new Editor("rapport", "Rapport");
    var hand = Hand.writing(path, FieldValue.text(text), Standing.STATED, here, act(), null);
    return PersonChange.of(person, person.with(path, hand), material, Cause.HEARD, null, at);
  }

  /**
   * A colleague writes a value.
   *
   * @param value none to say that nothing known there is true
   * @param baseRev the revision of the person they saw
   */
  public Outcome edit(String path, @Nullable FieldValue value, long baseRev, Editor editor) {
    var refused = refusal(path, value);
    if (refused != null) {
      return refused;
    }
    var hand = person.hand(path).orElse(null);
    if (hand != null && hand.written() && hand.claim() != null && saysSo(hand.claim(), value)) {
      return new Outcome.Unchanged();
    }
    if (hand != null && hand.rev() > baseRev) {
      return new Outcome.Conflict();
    }
    var writing = Hand.writing(path, value, standing(path, hand), editor, act(), hand);
    return outcome(person.with(path, writing), Cause.EDITED, editor);
  }

  /** A leaf that is locked stays so, here or by a person merged into this one. */
  private Standing standing(String path, @Nullable Hand hand) {
    var leaf = person.leaves().get(path);
    var locked = (leaf != null && leaf.locked()) || (hand != null && hand.locks());
    return locked ? Standing.LOCKED : Standing.RECORDED;
  }

  private static boolean saysSo(Claim claim, @Nullable FieldValue value) {
    return Objects.equals(claim.value(), value);
  }

  private static Outcome.@Nullable Refused refusal(String path, @Nullable FieldValue value) {
    var field = PersonFields.at(path);
    if (field.isEmpty()) {
      return new Outcome.Refused("unknown-field", "There is no field " + path + ".");
    }
    if (!field.get().editable()) {
      return new Outcome.Refused("not-editable", "What is observed cannot be written.");
    }
    if (value != null && !field.get().accepts(value)) {
      var type = field.get().type().wire();
      return new Outcome.Refused("unfit-value", "The value is no %s that fits.".formatted(type));
    }
    return null;
  }

  /** A colleague settles what stands there, until it is unlocked. */
  public Outcome lock(String path, Editor editor) {
    var leaf = person.leaves().get(path);
    if (leaf == null || PersonFields.at(path).filter(PersonField::editable).isEmpty()) {
      return new Outcome.Refused("nothing-to-lock", "There is no value that could be locked.");
    }
    if (leaf.locked()) {
      return new Outcome.Unchanged();
    }
    var hand = Hand.locking(path, leaf, editor, act(), person.hand(path).orElse(null));
    return outcome(person.with(path, hand), Cause.LOCKED, editor);
  }

  /** A colleague lets other sources decide again. */
  public Outcome unlock(String path, Editor editor) {
    var hand = person.hand(path).filter(Hand::locks);
    if (hand.isEmpty()) {
      var leaf = person.leaves().get(path);
      return leaf != null && leaf.locked()
          ? new Outcome.Refused("locked-elsewhere", "It was locked at a person merged into this.")
          : new Outcome.Unchanged();
    }
    var unlocking = hand.get().unlocking(editor, act());
    return outcome(person.with(path, unlocking), Cause.UNLOCKED, editor);
  }

  /** A colleague takes back what was decided last about the leaf, by whomever. */
  public Outcome undo(String path, Editor editor) {
    var hand = person.hand(path);
    if (hand.isEmpty()) {
      return new Outcome.Refused("nothing-to-undo", "Nobody has decided anything about it.");
    }
    return outcome(person.with(path, hand.get().before()), Cause.UNDONE, editor);
  }

  /**
   * They agreed to something, or took it back; the same line once more changes nothing. Taking back
   * is never refused, however long the ledger is.
   */
  public Outcome consent(ConsentEntry entry, Editor editor) {
    if (person.consents().stream().anyMatch(known -> known.id().equals(entry.id()))) {
      return new Outcome.Unchanged();
    }
    if (person.consents().size() >= MOST_CONSENTS) {
      if (entry.granted()) {
        return new Outcome.Refused("too-many", "There are too many lines in their ledger.");
      }
      if (isTakenBackAlready(entry)) {
        return new Outcome.Unchanged();
      }
    }
    return outcome(person.with(entry), Cause.CONSENTED, editor);
  }

  /** A line of their own says so as well, with nothing agreed to between the two. */
  private boolean isTakenBackAlready(ConsentEntry withdrawal) {
    var everything = person.ledger(material);
    return person.consents().stream()
        .filter(line -> !line.granted() && line.purpose() == withdrawal.purpose())
        .anyMatch(line -> !everything.hasGrantBetween(line, withdrawal));
  }

  /** The person turns out to be another one. */
  public Outcome merge(String survivor, Editor editor) {
    if (survivor.equals(person.id())) {
      return new Outcome.Refused("same-person", "Nobody can be merged with themselves.");
    }
    return person.merged() != null
        ? new Outcome.Refused("merged-already", "They are merged into somebody already.")
        : outcome(person.merged(new Link(survivor, editor, act().at())), Cause.MERGED, editor);
  }

  /** The person turns out to be somebody of their own after all. */
  public Outcome unmerge(String survivor, Editor editor) {
    var link = person.merged();
    return link == null || !link.into().equals(survivor)
        ? new Outcome.Refused("not-merged", "They are not merged into that person.")
        : outcome(person.merged(null), Cause.UNMERGED, editor);
  }

  private Outcome outcome(Person decided, Cause cause, Editor editor) {
    return PersonChange.of(person, decided, material, cause, editor, at)
        .<Outcome>map(Outcome.Applied::new)
        .orElseGet(Outcome.Unchanged::new);
  }

  private Act act() {
    return new Act(at.truncatedTo(ChronoUnit.MILLIS), person.rev() + 1);
  }
}
