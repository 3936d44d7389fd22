package rapport.conversation.understanding.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.Utterance;
import rapport.conversation.understanding.model.Grounding.Grounded;

/**
 * Puts what a model found beside what was understood without it. Commands and sure values stay;
 * values of weaker evidence give way where the model gives the same words to a field; what nobody
 * understood may be filled in.
 */
final class Combining {

  /** A value for the field that was asked. */
  private static final double ASKED = 0.8;

  /** A value for another field. */
  private static final double ELSEWHERE = 0.7;

  private final Utterance utterance;
  private final List<Act> own;

  Combining(Utterance utterance, List<Act> own) {
    this.utterance = utterance;
    this.own = own;
  }

  /** Those that may be written, in the order the model gave them; each field and word once. */
  List<Grounded> accepted(List<Grounded> claims) {
    var accepted = new ArrayList<Grounded>();
    for (var claim : claims) {
      if (free(claim)
          && mayReplace(claim)
          && accepted.stream().noneMatch(other -> clash(claim, other))) {
        accepted.add(claim);
      }
    }
    return accepted;
  }

  /** What the message means, with these values; there is at least one. */
  List<Act> with(List<Grounded> accepted) {
    var all = new ArrayList<Act>();
    accepted.forEach(claim ->
        all.add(
            new Act.Fill(
                claim.field().path(), claim.value(), claim.quote().words(), confidence(claim))));
    own.stream().filter(act -> stays(act, accepted)).forEach(all::add);
    return all;
  }

  /**
   * What the message means without any value: what was not understood may be a question about the
   * question. It is all that a model can make of such a message; it cannot go anywhere.
   *
   * @param reaction {@code why}, {@code meaning} or {@code none}
   */
  List<Act> asking(String reaction) {
    var topic =
        switch (reaction) {
          case "why" -> Act.AskAbout.Topic.WHY;
          case "meaning" -> Act.AskAbout.Topic.MEANING;
          default -> null;
        };
    var nothing = own.stream().allMatch(act -> act instanceof Act.NotUnderstood);
    return topic == null || !nothing || utterance.asked().isEmpty()
        ? own
        : List.of(new Act.AskAbout(utterance.asked().getFirst().path(), topic));
  }

  private double confidence(Grounded claim) {
    return utterance.asked().contains(claim.field()) ? ASKED : ELSEWHERE;
  }

  /** Whether nothing sure is about its field or its words. */
  private boolean free(Grounded claim) {
    return own.stream()
        .filter(Own::sure)
        .noneMatch(act ->
            Own.path(act).equals(claim.field().path())
                || givenUp(act).contains(claim.field().path())
                || quotation(act).filter(words -> overlap(claim, words)).isPresent());
  }

  /** The fields passed over; those asked, when none is named. */
  private List<String> givenUp(Act act) {
    var named =
        switch (act) {
          case Act.Skip(var paths) -> Optional.of(paths);
          case Act.DontKnow(var paths) -> Optional.of(paths);
          default -> Optional.<List<String>>empty();
        };
    return named
        .map(
            paths -> paths.isEmpty() ? utterance.asked().stream().map(Field::path).toList() : paths)
        .orElse(List.of());
  }

  /** A longer text may have a number in it that belongs to another field as well. */
  private static boolean overlap(Grounded claim, Quotation sure) {
    var around = claim.quote().contains(sure) && !sure.contains(claim.quote());
    return claim.quote().overlaps(sure) && !(around && claim.field().type().freeText());
  }

  private static boolean clash(Grounded one, Grounded other) {
    return one.field().equals(other.field()) || one.quote().overlaps(other.quote());
  }

  /** What a field holds already changes when it is asked about, or when the message names it. */
  private boolean mayReplace(Grounded claim) {
    var field = claim.field();
    return !utterance.values().containsKey(field.path())
        || utterance.asked().contains(field)
        || (named(field) && field.row().map(this::named).orElse(true));
  }

  private boolean named(Field field) {
    var texts = utterance.texts().field(field.path());
    return Stream.concat(Stream.of(texts.label()), texts.cues().stream()).anyMatch(this::said);
  }

  private boolean named(ItemPath row) {
    return utterance.groups().stream()
        .filter(rows -> rows.group().name().equals(row.group()))
        .flatMap(
            rows -> Stream.ofNullable(utterance.values().get(rows.group().titleOf(row.item()))))
        .anyMatch(title -> said(title.display()));
  }

  private boolean said(String words) {
    return Quotation.of(words, utterance.text()).isPresent();
  }

  private boolean stays(Act act, List<Grounded> accepted) {
    if (Own.sure(act)) {
      return true;
    }
    return !(act instanceof Act.NotUnderstood)
        && accepted.stream().noneMatch(claim -> about(claim, act));
  }

  private boolean about(Grounded claim, Act act) {
    return claim.field().path().equals(Own.path(act))
        || quotation(act).filter(claim.quote()::overlaps).isPresent();
  }

  private Optional<Quotation> quotation(Act act) {
    return Quotation.of(Own.quote(act), utterance.text());
  }
}
