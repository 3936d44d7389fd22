package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.summary.Piece.Literal;
import rapport.conversation.summary.Piece.Name;
import rapport.conversation.summary.Piece.Optionally;
import rapport.conversation.summary.Piece.Series;
import rapport.conversation.summary.Piece.Slot;
import rapport.conversation.summary.Words.Glue;

/** Fills a pattern with values. */
final class Telling {

  private static final int LONG = 190;
  private static final java.util.regex.Pattern ENDED =
      java.util.regex.Pattern.compile("[?!…؟][^\\p{L}\\s]?$");
  private static final java.util.regex.Pattern LOOSE_END =
      java.util.regex.Pattern.compile("[\\s,;:.،؛]+$");
  private static final java.util.regex.Pattern NEXT_SENTENCE =
      java.util.regex.Pattern.compile("[.!?] (?=\\p{Lu})");

  private final Voice voice;
  private final Readings readings;
  private final Fitting fitting;
  private final Map<String, FieldValue> values;
  private final boolean addressed;
  private final boolean knowsName;
  private final List<String> names;

  Telling(Voice voice, Readings readings, Map<String, FieldValue> values, boolean addressed) {
    this.voice = voice;
    this.readings = readings;
    this.fitting = readings.fitting();
    this.values = values;
    this.addressed = addressed;
    var name = values.get(voice.name());
    this.knowsName = name != null && readings.read(name).saysSomething();
    this.names =
        name != null && knowsName
            ? fitting.names(readings.read(name), voice.personal())
            : List.of(voice.otherwise(), voice.otherwise());
  }

  /** Whether it is known what the person is called. */
  boolean knowsName() {
    return knowsName;
  }

  /**
   * The sentence, or empty when a value it needs is missing, does not fit or was told before.
   *
   * @param used fields told before
   * @param named whether the person was named before
   */
  Optional<Told> tell(Pattern pattern, Set<String> used, boolean named) {
    var line = new Line(used, named);
    if (!line.add(pattern.pieces()) || line.text.isEmpty()) {
      return Optional.empty();
    }
    var text = line.finish();
    var sentences = 1 + (int) NEXT_SENTENCE.matcher(text).results().count();
    return Optional.of(
        new Told(text, line.paths, sentences, line.named, line.count, pattern.looseness()));
  }

  /** One sentence in the making. */
  private final class Line {
    private final Set<String> used;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> paths = new LinkedHashSet<>();
    private boolean named;
    private int count;
    private @Nullable Phrase after;

    Line(Set<String> used, boolean named) {
      this.used = used;
      this.named = named;
    }

    boolean add(List<Piece> pieces) {
      for (var piece : pieces) {
        var told =
            switch (piece) {
              case Literal(var words) -> append(words);
              case Name(var possessive) -> append(name(possessive));
              case Slot slot -> value(slot);
              case Optionally(var inner) -> optionally(inner);
              case Series(var items) -> series(items);
            };
        if (!told) {
          return false;
        }
      }
      return true;
    }

    private boolean append(String words) {
      text.append(words);
      return true;
    }

    private String name(boolean possessive) {
      var name = names.get(named ? 1 : 0);
      named = true;
      return possessive ? name + voice.words().glue(Glue.POSSESSIVE) : name;
    }

    private boolean value(Slot slot) {
      var value = values.get(slot.path());
      if (value == null || toldBefore(slot.path(), value)) {
        return false;
      }
      var fitted = readings.fit(slot, value).filter(words -> !addressed || speaksTo(words.text()));
      if (fitted.isEmpty() || !mayFollow(fitted.get().after())) {
        return false;
      }
      text.append(fitted.get().text());
      after = fitted.get().after() == null ? after : fitted.get().after();
      paths.add(slot.path());
      count++;
      return true;
    }

    /** One addition at most, and to the person addressed nothing but a condition. */
    private boolean mayFollow(@Nullable Phrase addition) {
      return addition == null
          || (after == null
              && (!addressed
                  || (addition.is(Phrase.Shape.CONDITION) && speaksTo(addition.text()))));
    }

    /** The same words in two fields are told once. */
    private boolean toldBefore(String path, FieldValue value) {
      var said = readings.read(value).said();
      return used.contains(path)
          || (named && !path.equals(voice.name()) && isName(said))
          || used.stream()
              .flatMap(other -> Stream.ofNullable(values.get(other)))
              .anyMatch(other -> readings.read(other).said().equals(said));
    }

    /** "The office manager" need not be called an office manager again. */
    private boolean isName(String said) {
      var name = voice.words().tokens(names.getFirst());
      var start = voice.words().in(WordList.DETERMINERS, name.word(0)) && name.has(1) ? 1 : 0;
      return knowsName
          && name.has(start)
          && name.text().substring(name.at(start).start()).equalsIgnoreCase(said);
    }

    private boolean speaksTo(String words) {
      return voice.words().tokens(words).all().stream()
              .noneMatch(token -> voice.words().in(WordList.THIRD_PERSON, token.word()))
          && !fitting.saysWhatOneDoes(words);
    }

    private boolean optionally(List<Piece> pieces) {
      var part = part(pieces);
      if (part != null && text.length() + part.text.length() <= LONG) {
        take(part);
        text.append(part.text);
      }
      return true;
    }

    private boolean series(List<List<Piece>> items) {
      var words = new ArrayList<String>();
      for (var item : items) {
        var part = part(item);
        if (part != null) {
          take(part);
          words.add(part.text.toString());
        }
      }
      text.append(voice.words().list(words));
      return !words.isEmpty();
    }

    private @Nullable Line part(List<Piece> pieces) {
      var seen = new HashSet<>(used);
      seen.addAll(paths);
      var part = new Line(seen, named);
      part.after = after;
      return part.add(pieces) ? part : null;
    }

    private void take(Line part) {
      paths.addAll(part.paths);
      count += part.count;
      named = part.named;
      after = part.after;
    }

    private String finish() {
      var told = LOOSE_END.matcher(fitting.capital(text.toString())).replaceFirst("");
      var rest = after == null ? "" : rest(after);
      var sentence = ENDED.matcher(told).find() ? told : told + rest + ".";
      var question = sentence.indexOf("? ") + 2;
      return question < 2
          ? sentence
          : sentence.substring(0, question) + fitting.capital(sentence.substring(question));
    }

    private String rest(Phrase phrase) {
      var pattern = voice.rests().get(phrase.shape().name().toLowerCase(Locale.ROOT));
      if (pattern == null) {
        return "";
      }
      var words = fitting.rest(phrase);
      return words.isEmpty() ? "" : pattern.replace("{value}", words);
    }
  }
}
