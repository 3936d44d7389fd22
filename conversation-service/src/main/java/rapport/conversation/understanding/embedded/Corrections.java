package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Message.Sentence;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.value.Answer;

/** Understands sentences that replace what was said before: "no, I meant 45". */
final class Corrections {

  /** A correction is short; a long sentence after "actually" tells something new. */
  private static final int LONGEST = 8;

  private final Reading reading;
  private final Answering answering;
  private final Scores scores;
  private final List<Candidate> candidates;
  private final Written written;
  private final Denials denials;

  Corrections(
      Reading reading,
      Answering answering,
      Scores scores,
      List<Candidate> candidates,
      Written written) {
    this.reading = reading;
    this.answering = answering;
    this.scores = scores;
    this.candidates = candidates;
    this.written = written;
    this.denials = new Denials(reading);
  }

  /** Handles a sentence if it corrects something. */
  void read(Sentence sentence) {
    if (!sentence.question()
        && !new NamedCorrections(reading, answering, written).read(sentence)
        && !new RangeCorrections(reading, written).read(sentence.span())) {
      replaced(sentence.span()).ifPresent(this::apply);
    }
  }

  /**
   * What replaces what.
   *
   * @param value the new words
   * @param old the words that were wrong; may be empty
   */
  private record Replacement(Span sentence, Span value, Span old) {}

  private Optional<Replacement> replaced(Span sentence) {
    var tokens = reading.tokens();
    var language = reading.language();
    var denied = denied(sentence).or(() -> exchanged(sentence)).or(() -> wrong(sentence));
    if (denied.isPresent()) {
      return denied;
    }
    var value = language.afterOpeners("corrections", tokens, sentence);
    var linked = language.afterOpeners("correction_links", tokens, value);
    var taken = denials.old(value);
    var old = language.beforeClosers("earlier", tokens, taken);
    // "31, not 29 like I said" takes back what was said, whether it was written or not.
    var led = value.from() > sentence.from() || old.size() < taken.size();
    if (led && old.empty() && justNo(sentence, value) && linked.equals(value)) {
      return Optional.empty();
    }
    // "Not married but with a partner" takes nothing back that was said before.
    if (!led && holding(old).isEmpty()) {
      return Optional.empty();
    }
    var said = denials.withoutOld(linked.empty() ? value : linked);
    var onlyNew = language.beforeClosers("closers", tokens, said);
    return onlyNew.empty() || tokens.get(onlyNew.from()).lower().isEmpty()
        ? Optional.empty()
        : Optional.of(new Replacement(sentence, onlyNew, old));
  }

  /** The "no" of "no idea" or "no coffee" corrects nothing; that of "no, 45" and "no 45" does. */
  private boolean justNo(Span sentence, Span value) {
    var one = value.from() == sentence.from() + 1;
    return one
        && reading.language().has("plain_no", reading.tokens(), sentence.from())
        && candidates.stream().noneMatch(c -> c.span().from() == value.from());
  }

  /** "not 42, 45", "it's not logistics but healthcare", as long as the old value is known. */
  private Optional<Replacement> denied(Span sentence) {
    var tokens = reading.tokens();
    var language = reading.language();
    var opened = language.afterOpeners("corrections", tokens, sentence);
    var linked = language.afterOpeners("correction_links", tokens, opened);
    if (!language.has("negations", tokens, linked.from())) {
      return Optional.empty();
    }
    for (var at = linked.from() + 2; at + 1 < linked.to(); at++) {
      if (tokens.is(at, ",") || language.has("buts", tokens, at)) {
        var old = new Span(linked.from() + 1, at);
        var rest = new Span(at + 1, linked.to());
        var value = language.afterOpeners("correction_links", tokens, rest);
        return holding(old).isEmpty() || value.empty()
            ? Optional.empty()
            : Optional.of(new Replacement(sentence, value, old));
      }
    }
    return Optional.empty();
  }

  /** "Swap retail for logistics", as long as retail is known. */
  private Optional<Replacement> exchanged(Span sentence) {
    var opened = opened(sentence);
    var verb = length("replaces", opened.from(), opened.to());
    for (var at = opened.from() + verb + 1; verb > 0 && at + 1 < opened.to(); at++) {
      if (length("replaced_by", at, at + 1) > 0) {
        return known(sentence, new Span(opened.from() + verb, at), new Span(at + 1, opened.to()));
      }
    }
    return Optional.empty();
  }

  /** "I said 42, it's 45" and "42 was wrong, it's 45", as long as 42 is known. */
  private Optional<Replacement> wrong(Span sentence) {
    var opened = opened(sentence);
    var said = length("said_before", opened.from(), opened.to());
    for (var at = opened.from() + said + 1; at + 1 < opened.to(); at++) {
      var wrong = length("denials", at, opened.to());
      var turns =
          reading.tokens().is(at, ",") || reading.language().has("buts", reading.tokens(), at);
      if (wrong > 0 || (said > 0 && turns)) {
        var old = new Span(opened.from() + said, at);
        return known(sentence, old, new Span(at + Math.max(1, wrong), opened.to()));
      }
    }
    return Optional.empty();
  }

  private Span opened(Span sentence) {
    var led = reading.language().afterOpeners("corrections", reading.tokens(), sentence);
    return reading.language().afterOpeners("openers", reading.tokens(), led);
  }

  private int length(String list, int at, int to) {
    return reading.language().length(list, reading.tokens(), at, to);
  }

  private Optional<Replacement> known(Span sentence, Span denied, Span rest) {
    var language = reading.language();
    var tokens = reading.tokens();
    var old = language.beforeClosers("earlier", tokens, denied);
    var linked = language.afterOpeners("correction_links", tokens, rest);
    var value = language.beforeClosers("closers", tokens, linked);
    var bare = language.beforeClosers("is_right", tokens, value);
    return old.empty() || bare.empty() || holding(old).isEmpty()
        ? Optional.empty()
        : Optional.of(new Replacement(sentence, bare, old));
  }

  private void apply(Replacement replacement) {
    var typed = typed(replacement);
    if (typed.isPresent()) {
      var score = typed.get();
      var confidence =
          reading.filled(score.field()) ? Confidence.TYPED_AND_NAMED : score.confidence();
      written.correct(
          score.field(), new Given(score.value(), score.candidate().span(), 1), confidence);
      written.use(replacement.sentence());
      return;
    }
    words(replacement);
  }

  /** The field a typed value was meant for. */
  private Optional<Scores.Score> typed(Replacement replacement) {
    var fitting = new ArrayList<Scores.Score>();
    for (var candidate : candidates) {
      if (replacement.value().contains(candidate.span())) {
        for (var field : reading.fields().values()) {
          scores.score(field, candidate).ifPresent(fitting::add);
        }
      }
    }
    if (fitting.isEmpty() || replacement.value().size() > LONGEST) {
      return Optional.empty();
    }
    var old = holding(replacement.old());
    return fitting.stream()
        .filter(score -> old.contains(score.field().path()))
        .findFirst()
        .or(() -> fitting.stream().filter(score -> named(score, replacement.value())).findFirst())
        .or(() -> justFilled(fitting))
        .or(() ->
            fitting.stream()
                .filter(score -> score.score() >= Confidence.LEAST)
                .max(Comparator.comparingDouble(Scores.Score::score)));
  }

  private boolean named(Scores.Score score, Span value) {
    var path = score.field().path();
    return reading.cues().stream()
        .anyMatch(cue -> cue.paths().contains(path) && value.contains(cue.span()));
  }

  /** The fields that hold what was denied, or else those it names: "200 employees". */
  private Set<String> holding(Span old) {
    if (old.empty()) {
      return Set.of();
    }
    var denied = reading.quote(old).strip();
    var holding =
        reading.fields().values().stream()
            .filter(reading::filled)
            .filter(field -> holds(field, denied))
            .map(Field::path)
            .collect(Collectors.toUnmodifiableSet());
    return holding.isEmpty() ? named(old) : holding;
  }

  private Set<String> named(Span old) {
    return candidates.stream()
        .filter(candidate -> old.contains(candidate.span()))
        .flatMap(candidate ->
            reading.fields().values().stream()
                .flatMap(field -> scores.score(field, candidate).stream()))
        .filter(score -> score.confidence() == Confidence.TYPED_AND_NAMED)
        .map(score -> score.field().path())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean holds(Field field, String denied) {
    var value = reading.utterance().values().get(field.path());
    var said = reading.check(field, FieldValue.text(denied));
    return value != null
        && (value.display().equalsIgnoreCase(denied)
            || (said instanceof Answer.Accepted(var same)
                && same.display().equalsIgnoreCase(value.display())));
  }

  /** The last field before the question that holds a value this one could replace. */
  private Optional<Scores.Score> justFilled(List<Scores.Score> fitting) {
    var order = List.copyOf(reading.fields().keySet());
    var asked = reading.head().map(field -> order.indexOf(field.path())).orElse(order.size());
    return fitting.stream()
        .filter(score -> reading.filled(score.field()))
        .max(
            Comparator.comparingDouble(Scores.Score::score)
                .thenComparing(score -> {
                  var at = order.indexOf(score.field().path());
                  return at <= asked ? at : -at;
                }));
  }

  private void words(Replacement replacement) {
    var old = holding(replacement.old());
    var field =
        reading.fields().values().stream()
            .filter(f -> old.contains(f.path()) || recognised(f, replacement.value()))
            .findFirst();
    if (field.isPresent()
        && answering.read(field.get(), unnamed(field.get(), replacement.value()))
            instanceof Given given) {
      written.correct(field.get(), given, Math.max(given.confidence(), Confidence.ASKED));
      written.use(replacement.sentence());
    }
  }

  /** The "logistics" of "the industry is logistics". */
  private Span unnamed(Field field, Span value) {
    var language = reading.language();
    var tokens = reading.tokens();
    var from = language.afterOpeners("determiners", tokens, value).from();
    var cue = reading.names().cue(tokens, from, value.to(), Set.of(field.path()));
    var copula = cue == null ? 0 : length("copulas", cue.to(), value.to());
    return cue == null || copula == 0 || cue.to() + copula >= value.to()
        ? value
        : new Span(cue.to() + copula, value.to());
  }

  /** Whether a filled field knows these words: an option of it, or one of its values. */
  private boolean recognised(Field field, Span value) {
    if (!reading.filled(field)) {
      return false;
    }
    var choice =
        field.type() == FieldType.CHOICE && new Choices(reading, field).whole(value).isPresent();
    return choice
        || reading.words(field).values().whole(reading.tokens(), value, Names.NONE) != null;
  }
}
