package rapport.health.funnel;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.Origin;

/**
 * One field or control in one conversation; what was answered is not here.
 *
 * @param phase the phase it was first asked in
 * @param asked the questions it was in
 * @param settled its first answer or passing over after it was asked
 * @param corrected changes by a person of what it held
 * @param rejected sayings that cannot be its value
 * @param removed its row is out of its group, and with it the field
 */
public record FieldProgress(
    @Nullable String phase,
    Outcome outcome,
    Marks asked,
    @Nullable Mark settled,
    Marks corrected,
    Marks rejected,
    boolean removed) {

  static final FieldProgress NONE =
      new FieldProgress(null, Outcome.OPEN, Marks.NONE, null, Marks.NONE, Marks.NONE, false);

  boolean open() {
    return outcome == Outcome.OPEN;
  }

  /** All that holds of it; {@link Step#ABANDONED} is for the conversation to say. */
  Set<Step> steps() {
    var steps = EnumSet.noneOf(Step.class);
    if (asked.any()) {
      steps.add(Step.ASKED);
    }
    switch (outcome) {
      case ANSWERED -> steps.add(asked.any() ? Step.ANSWERED : Step.VOLUNTEERED);
      case SKIPPED -> steps.add(Step.SKIPPED);
      case UNKNOWN -> steps.add(Step.UNKNOWN);
      case OPEN, GIVEN -> {}
    }
    if (corrected.any()) {
      steps.add(Step.CORRECTED);
    }
    if (rejected.any()) {
      steps.add(Step.REJECTED);
    }
    return steps;
  }

  /** From the first question it was in to its first answer or passing over; none without both. */
  @Nullable Duration took() {
    var begin = asked.first();
    return begin == null || settled == null ? null : Duration.between(begin, settled.at());
  }

  FieldProgress ask(@Nullable String inPhase, Mark mark) {
    var first = phase == null ? inPhase : phase;
    return new FieldProgress(
        first, outcome, asked.plus(mark), settled, corrected, rejected, removed);
  }

  FieldProgress filled(Provenance source, Mark mark) {
    return answers(source) ? settled(mark).with(Outcome.ANSWERED) : with(Outcome.GIVEN);
  }

  /** It holds what it held before; that is no new answer. */
  FieldProgress reset(@Nullable Provenance source) {
    return with(source == null || answers(source) ? Outcome.ANSWERED : Outcome.GIVEN);
  }

  FieldProgress corrected(Provenance source, Mark mark) {
    var now = filled(source, mark);
    return byPerson(source) ? now.changed(mark) : now;
  }

  /** A prefilled value that goes when it is found wrong was nobody's answer. */
  FieldProgress cleared(Provenance source, Mark mark) {
    var own = byPerson(source) && outcome == Outcome.ANSWERED;
    return (own ? changed(mark) : this).with(Outcome.OPEN);
  }

  FieldProgress passed(Outcome how, Mark mark) {
    return settled(mark).with(how);
  }

  FieldProgress reopened() {
    return with(Outcome.OPEN);
  }

  FieldProgress rejected(Mark mark) {
    var more = rejected.plus(mark);
    return new FieldProgress(phase, outcome, asked, settled, corrected, more, removed);
  }

  /** What it held is gone with its row. */
  FieldProgress taken() {
    return new FieldProgress(phase, Outcome.OPEN, asked, settled, corrected, rejected, true);
  }

  /** Its row is back, with nothing in it yet. */
  FieldProgress broughtBack() {
    return new FieldProgress(phase, outcome, asked, settled, corrected, rejected, false);
  }

  /** Without all that the input led to, but for a question that was answered by another one. */
  FieldProgress undone(String cause) {
    var left = open() ? asked.without(cause) : asked;
    return new FieldProgress(
        left.any() ? phase : null,
        outcome,
        left,
        settled != null && cause.equals(settled.cause()) ? null : settled,
        corrected.without(cause),
        rejected.without(cause),
        removed);
  }

  private FieldProgress with(Outcome now) {
    return new FieldProgress(phase, now, asked, settled, corrected, rejected, removed);
  }

  private FieldProgress settled(Mark mark) {
    var awaited = asked.any() && outcome != Outcome.ANSWERED;
    var first = settled == null && awaited ? mark : settled;
    return new FieldProgress(phase, outcome, asked, first, corrected, rejected, removed);
  }

  private FieldProgress changed(Mark mark) {
    var more = corrected.plus(mark);
    return new FieldProgress(phase, outcome, asked, settled, more, rejected, removed);
  }

  /** Rapport answers a question it asked when the person just goes on, as "ready?" is. */
  private boolean answers(Provenance source) {
    return byPerson(source) || (source.by() == Origin.GENERATED && asked.any());
  }

  private static boolean byPerson(Provenance source) {
    return switch (source.by()) {
      case CHAT, PANEL -> true;
      case PREFILL, GENERATED -> false;
    };
  }
}
