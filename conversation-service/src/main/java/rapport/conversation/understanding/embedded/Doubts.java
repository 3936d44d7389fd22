package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.value.Tokens;

/**
 * Takes back what was taken for an answer in somebody's own words and is none: "we never ask people
 * for that", "does it have to be exact".
 */
final class Doubts {

  /** A word or two may be anything. */
  private static final int FEW_WORDS = 2;

  private static final Set<FieldType> MEASURED =
      EnumSet.of(FieldType.COUNT, FieldType.DURATION, FieldType.MONEY);

  private final Reading reading;
  private final Optional<Meanings> meanings;

  /**
   * @param meanings none while, or where, sentences cannot be compared by what they mean
   */
  Doubts(Reading reading, Optional<Meanings> meanings) {
    this.reading = reading;
    this.meanings = meanings;
  }

  List<Act> settled(List<Act> acts) {
    var settled = new ArrayList<Act>();
    for (var act : acts) {
      settled.addAll(meant(act, acts.size() == 1).orElse(List.of(act)));
    }
    return settled.stream().distinct().toList();
  }

  /** What an act was meant as instead; empty when it stands. */
  private Optional<List<Act>> meant(Act act, boolean alone) {
    return switch (act) {
      case Act.Fill fill when unmeasured(fill) ->
          meanings.flatMap(known -> answer(fill, alone, known)).or(() -> Optional.of(unsure(fill)));
      case Act.Fill fill when fill.confidence() <= Confidence.ASKED && ownWords(fill) ->
          meanings.flatMap(known ->
              option(fill.path(), fill.quote(), known).or(() -> answer(fill, alone, known)));
      case Act.Misfit misfit ->
          meanings.flatMap(known ->
              option(misfit.path(), misfit.said(), known)
                  .or(() -> said(misfit.path(), misfit.said(), alone, known)));
      case Act.NotUnderstood(var said) when alone ->
          meanings.flatMap(known ->
              reading
                  .head()
                  .flatMap(head -> option(head.path(), said, known))
                  .or(() -> said(null, said, true, known)));
      default -> Optional.empty();
    };
  }

  /** Asked how many, how much or how long, "big" and "since forever" hardly tell. */
  private boolean unmeasured(Act.Fill fill) {
    var field = reading.fields().get(fill.path());
    return field != null
        && MEASURED.contains(field.type())
        && fill.confidence() < Confidence.TYPED
        && fill.value().display().codePoints().noneMatch(Character::isDigit)
        && !toldInWords(fill.value().display());
  }

  /** "A few weeks", "ongoing", "minimum wage". */
  private boolean toldInWords(String said) {
    var language = reading.language();
    var tokens = Tokens.of(said, language.wording());
    return IntStream.range(0, tokens.size())
        .anyMatch(at ->
            language.length("durations_in_words", tokens, at, tokens.size()) > 0
                || language.length("amounts_in_words", tokens, at, tokens.size()) > 0);
  }

  private static List<Act> unsure(Act.Fill fill) {
    return List.of(new Act.Unsure(List.of(fill), fill.quote()));
  }

  /** Whether the value is what was said, and no number made of it. */
  private static boolean ownWords(Act.Fill fill) {
    return fill.value() instanceof FieldValue.Tags
        || fill.value().display().equals(fill.quote().strip());
  }

  /** An answer that is hardly one is something else; one that may be is asked about. */
  private Optional<List<Act>> answer(Act.Fill fill, boolean alone, Meanings known) {
    if (few(fill.quote())) {
      return Optional.empty();
    }
    var guess = known.guess(alone ? reading.utterance().text() : fill.quote());
    if (known.doubtful(guess)) {
      return Optional.of(acts(guess.command(), fill.path(), alone));
    }
    return known.sure(guess) ? Optional.empty() : Optional.of(unsure(fill));
  }

  /** "The one with the money", asked which part somebody plays. */
  private Optional<List<Act>> option(String path, String words, Meanings known) {
    var field = reading.fields().get(path);
    return field == null || field.type() != FieldType.CHOICE || few(words)
        ? Optional.empty()
        : known
            .option(field, words)
            .map(option ->
                List.of(new Act.Fill(path, FieldValue.text(option), words, Confidence.RECOGNISED)));
  }

  private Optional<List<Act>> said(
      @Nullable String path, String words, boolean alone, Meanings known) {
    if (few(words)) {
      return Optional.empty();
    }
    var guess = known.guess(path == null || !alone ? words : reading.utterance().text());
    return known.sure(guess)
        ? Optional.empty()
        : Optional.of(acts(guess.command(), path, alone || path == null));
  }

  private List<Act> acts(Command command, @Nullable String path, boolean alone) {
    var span = reading.message().span();
    return switch (command) {
      case SKIP -> List.of(new Act.Skip(only(path, alone)));
      case DONT_KNOW -> List.of(new Act.DontKnow(only(path, alone)));
      default -> {
        var acts = new CommandActs(reading).acts(new Heard(command, span, List.of()));
        yield acts.isEmpty() ? List.of(notUnderstood()) : acts;
      }
    };
  }

  private static List<String> only(@Nullable String path, boolean alone) {
    return alone || path == null ? List.of() : List.of(path);
  }

  private Act notUnderstood() {
    return new Act.NotUnderstood(reading.utterance().text());
  }

  private boolean few(String words) {
    var tokens = Tokens.of(words);
    return IntStream.range(0, tokens.size()).filter(at -> tokens.get(at).word()).count()
        < FEW_WORDS;
  }
}
