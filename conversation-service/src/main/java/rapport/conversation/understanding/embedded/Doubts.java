package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
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

  private final Reading reading;
  private final Meanings meanings;

  Doubts(Reading reading, Meanings meanings) {
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
      case Act.Fill fill when fill.confidence() <= Confidence.ASKED && ownWords(fill) ->
          meant(fill.path(), fill.quote(), alone);
      case Act.Misfit misfit -> meant(misfit.path(), misfit.said(), alone);
      case Act.NotUnderstood(var said) when alone ->
          meant(reading.head().map(field -> field.path()).orElse(null), said, true);
      default -> Optional.empty();
    };
  }

  /** Whether the value is what was said, and no number made of it. */
  private static boolean ownWords(Act.Fill fill) {
    return fill.value() instanceof FieldValue.Tags
        || fill.value().display().equals(fill.quote().strip());
  }

  private Optional<List<Act>> meant(@Nullable String path, String words, boolean alone) {
    var field = path == null ? null : reading.fields().get(path);
    if (field == null || inRow(field) || few(words)) {
      return Optional.empty();
    }
    return meanings.command(words, field).map(command -> acts(command, field.path(), alone));
  }

  /**
   * What people do at a stage is itself asking, waiting and not knowing yet: "they ask colleagues
   * before they decide" is as like to "I have to ask my colleagues" as a refusal is.
   */
  private static boolean inRow(Field field) {
    return field.row().isPresent();
  }

  private List<Act> acts(Command command, String path, boolean alone) {
    var span = reading.message().span();
    return switch (command) {
      case SKIP -> List.of(new Act.Skip(alone ? List.of() : List.of(path)));
      case DONT_KNOW -> List.of(new Act.DontKnow(alone ? List.of() : List.of(path)));
      default -> {
        var acts = new CommandActs(reading).acts(new Heard(command, span, List.of()));
        yield acts.isEmpty() ? List.of(notUnderstood()) : acts;
      }
    };
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
