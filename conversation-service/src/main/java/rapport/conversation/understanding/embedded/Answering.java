package rapport.conversation.understanding.embedded;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.understanding.embedded.Reply.Nothing;
import rapport.conversation.understanding.embedded.Reply.Unfit;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Token;
import rapport.conversation.value.Tokens;

/** Reads some words as the answer to one field. */
final class Answering {

  /** More words than this are a story, not an amount or an option. */
  private static final int FEW_WORDS = 12;

  /** A title's own last words, such as the "Ops" of "VP Ops", are no more than these. */
  private static final int MOST_WORDS_AFTER_TITLE = 3;

  /** The name of a tool, a system, a standard: "our own warehouse system". */
  private static final int MOST_WORDS_OF_A_NAME = 4;

  private static final Set<String> LEFT_OVER_SIGNS = Set.of(".", ",", ";", ":", "…");

  private final Reading reading;
  private final List<Candidate> candidates;
  private final Scores scores;

  Answering(Reading reading, List<Candidate> candidates, Scores scores) {
    this.reading = reading;
    this.candidates = candidates;
    this.scores = scores;
  }

  Reply read(Field field, Span words) {
    var span = trimmed(words);
    if (!readable(span)) {
      return new Nothing();
    }
    return switch (field.type()) {
      case CONFIRM -> confirm(span);
      case CHOICE -> choice(field, span);
      case TAGS -> tags(field, span);
      case AGE, INTEGER, EMAIL, PHONE, URL, IMAGE -> strict(field, span);
      case MONEY, COUNT, DURATION -> lenient(field, span);
      case STRING, NAME -> few(field, span);
      case TEXT, RICHTEXT -> story(field, span);
    };
  }

  private Reply story(Field field, Span span) {
    var words = reading.words(field);
    if (words.is(Kind.SUM)) {
      return new SoleSum(reading, candidates)
          .in(span)
          .map(sum -> checked(field, sum, span, Confidence.TYPED_AND_ASKED))
          .orElseGet(() -> checked(field, span, Confidence.ASKED));
    }
    if (words.is(Kind.LANGUAGES)) {
      return new SpokenLanguages(reading)
          .in(span)
          .map(spoken -> checked(field, spoken, span, Confidence.ASKED))
          .orElseGet(() -> checked(field, span, Confidence.ASKED));
    }
    return checked(field, span, Confidence.ASKED);
  }

  private Span trimmed(Span words) {
    var opened = reading.language().afterOpeners("answer_openers", reading.tokens(), words);
    var closed =
        reading.language().beforeClosers("answer_closers", reading.tokens(), begun(opened));
    return ended(closed);
  }

  /** Without the full stop that ends a line: "influenced by peers.". */
  private Span ended(Span span) {
    var to = span.to();
    while (to > span.from() + 1 && reading.tokens().is(to - 1, ".")) {
      to--;
    }
    return new Span(span.from(), to);
  }

  /** Without the signs that what was trimmed leaves at the beginning: "let me think... SAP". */
  private Span begun(Span span) {
    var tokens = reading.tokens();
    var from = span.from();
    while (from < span.to()
        && LEFT_OVER_SIGNS.contains(tokens.get(from).lower())
        && (!tokens.touchesPrevious(from + 1)
            || LEFT_OVER_SIGNS.contains(tokens.get(from + 1).lower()))) {
      from++;
    }
    return new Span(from, span.to());
  }

  private boolean readable(Span span) {
    for (var at = span.from(); at < span.to(); at++) {
      switch (reading.tokens().get(at).kind()) {
        case WORD, NUMBER, CODE -> {
          return true;
        }
        case SIGN, BREAK -> {}
      }
    }
    return false;
  }

  private Reply confirm(Span span) {
    var match = reading.language().commands().whole(reading.tokens(), span, Names.NONE);
    if (match != null && match.meaning() == Command.YES) {
      return new Given(new FieldValue.Flag(true), span, Confidence.PICKED);
    }
    if (match != null && match.meaning() == Command.NO) {
      return new Given(new FieldValue.Flag(false), span, Confidence.PICKED);
    }
    return new Unfit("not-yes-or-no");
  }

  private Reply choice(Field field, Span span) {
    var choices = new Choices(reading, field);
    var whole = choices.whole(span).or(() -> choices.whole(shortened(span)));
    if (whole.isPresent()) {
      return picked(whole.get(), Confidence.PICKED);
    }
    var inside = choices.anywhere(span);
    if (inside.isPresent()) {
      return picked(inside.get(), Confidence.TYPED_AND_ASKED);
    }
    return field.openOptions() && span.size() <= FEW_WORDS
        ? checked(field, shortened(span), Confidence.RECOGNISED)
        : new Unfit("not-an-option");
  }

  private static Reply picked(Choices.Picked picked, double confidence) {
    return new Given(FieldValue.text(picked.option()), picked.span(), confidence);
  }

  private Reply tags(Field field, Span span) {
    var polarity = reading.words(field).is(Kind.POLARITY);
    var tags =
        new Polarity(reading)
            .tags(span, polarity).stream().filter(tag -> names(field, tag, span)).toList();
    if (tags.isEmpty()) {
      return new Nothing();
    }
    return switch (reading.check(field, new FieldValue.Tags(suggested(field, tags)))) {
      case Answer.Accepted(var value) -> new Given(value, span, Confidence.ASKED);
      case Answer.Refused(var code) -> new Unfit(code);
    };
  }

  /**
   * What has known tags is answered with names, not with a sentence about something else, unless
   * that says that it answers: "we use ...".
   */
  private boolean names(Field field, String tag, Span said) {
    return field.mentions().isEmpty()
        || reading.cues().stream()
            .anyMatch(cue -> said.contains(cue.span()) && cue.paths().contains(field.path()))
        || (Tokens.of(tag).size() <= MOST_WORDS_OF_A_NAME && !tellsHowMuch(said));
  }

  /** "Not much", "5000 a year". */
  private boolean tellsHowMuch(Span said) {
    return reading.tokens().get(said.from()).kind() == Token.Kind.NUMBER
        || reading.language().length("quantities", reading.tokens(), said.from(), said.to()) > 0;
  }

  /** A suggestion is kept in its own spelling. */
  private static List<String> suggested(Field field, List<String> tags) {
    return tags.stream()
        .map(tag ->
            field.suggestions().stream()
                .filter(suggestion -> suggestion.equalsIgnoreCase(tag))
                .findFirst()
                .orElse(tag))
        .toList();
  }

  private Reply strict(Field field, Span span) {
    var best =
        candidates.stream()
            .filter(candidate -> span.contains(candidate.span()))
            .flatMap(candidate -> scores.score(field, candidate).stream())
            .max(Comparator.comparingDouble(Scores.Score::score));
    if (best.isPresent()) {
      var score = best.get();
      return new Given(score.value(), score.candidate().span(), Confidence.TYPED_AND_ASKED);
    }
    return switch (reading.check(field, FieldValue.text(clean(shortened(span))))) {
      case Answer.Accepted(var value) -> new Given(value, span, Confidence.TYPED_AND_ASKED);
      case Answer.Refused(var code) -> new Unfit(outOfRange(field, span, code));
    };
  }

  /** "She is 250" is an age, only not one anybody has. */
  private String outOfRange(Field field, Span span, String code) {
    return candidates.stream()
        .filter(candidate -> span.contains(candidate.span()) && scores.fit(field, candidate) > 0)
        .map(candidate -> reading.check(field, candidate.value()))
        .flatMap(answer ->
            answer instanceof Answer.Refused(var refused) ? Stream.of(refused) : Stream.empty())
        .findFirst()
        .orElse(code);
  }

  private Reply lenient(Field field, Span span) {
    if (strict(field, span) instanceof Given given && typed(given)) {
      return given;
    }
    if (strict(field, firstClause(span)) instanceof Given given && typed(given)) {
      return given;
    }
    if (span.size() > FEW_WORDS) {
      return new Nothing();
    }
    return announcesOthersOnly(field, span) || tells(span)
        ? new Unfit("not-a-number")
        : checked(field, span, Confidence.LEFT_OVER);
  }

  /** Whether a value was read in the words, and not just taken over from them. */
  private boolean typed(Given given) {
    return candidates.stream().anyMatch(candidate -> candidate.span().equals(given.quote()));
  }

  /** The "only one" of "only one, everybody else works from home". */
  private Span firstClause(Span span) {
    return IntStream.range(span.from(), span.to())
        .filter(at -> reading.tokens().is(at, ","))
        .mapToObj(at -> new Span(span.from(), at))
        .findFirst()
        .orElse(span);
  }

  /** "We never measured it" says something, "upper middle class" how much. */
  private boolean tells(Span span) {
    return IntStream.range(span.from(), span.to())
        .anyMatch(at -> reading.language().has("no_amounts", reading.tokens(), at));
  }

  /** "Commutes by bike" is about somebody's days, not about their income. */
  private boolean announcesOthersOnly(Field field, Span span) {
    var cues = reading.cues().stream().filter(cue -> span.contains(cue.span())).toList();
    return !cues.isEmpty() && cues.stream().noneMatch(cue -> cue.paths().contains(field.path()));
  }

  /** A few words, without the sentence around them: "it's in logistics" is "logistics". */
  private Reply few(Field field, Span span) {
    var words = reading.words(field);
    if (words.is(Kind.QUANTITY) && !quantifies(span)) {
      return new Nothing();
    }
    if (words.is(Kind.CLOSED)) {
      var closed = new ClosedValues(reading, field).only(span);
      if (closed.isPresent()) {
        var value = FieldValue.text(closed.get().meaning());
        return new Given(value, closed.get().span(), Confidence.TYPED_AND_ASKED);
      }
    }
    var shortened = shortened(said(span));
    if (words.is(Kind.TITLE)) {
      var title = new Titles(reading).startingAt(shortened.from(), shortened.to());
      if (title.isPresent()) {
        return checked(field, withTail(title.get(), shortened), Confidence.TYPED_AND_ASKED);
      }
    }
    var named = words.is(Kind.ORGANISATION) ? unexplained(shortened) : shortened;
    var persons = words.is(Kind.PERSON) || words.is(Kind.PERSONA);
    return checked(field, persons ? alone(named) : named, Confidence.ASKED);
  }

  /** "A few hundred mails a week", but not "what do you offer". */
  private boolean quantifies(Span span) {
    return candidates.stream().anyMatch(candidate -> span.contains(candidate.span()))
        || IntStream.range(span.from(), span.to())
            .anyMatch(at ->
                reading.tokens().get(at).kind() == Token.Kind.NUMBER
                    || reading.language().length("quantities", reading.tokens(), at, span.to())
                        > 0);
  }

  /** The "Helen" of "Helen, the ward manager". */
  private Span alone(Span span) {
    return IntStream.range(span.from() + 1, span.to() - 1)
        .filter(at ->
            reading.tokens().is(at, ",")
                && reading.language().has("household_determiners", reading.tokens(), at + 1))
        .mapToObj(at -> new Span(span.from(), at))
        .findFirst()
        .orElse(span);
  }

  /** The "Halvorsen Marine" of "Halvorsen Marine, a client of ours". */
  private Span unexplained(Span span) {
    var places = new Places(reading);
    var name = places.names(span);
    var explained =
        reading.tokens().is(name.to(), ",")
            && places.names(new Span(name.to() + 1, span.to())).empty();
    return !name.empty() && explained ? name : span;
  }

  /**
   * The "insurtech" of "not fintech, insurtech", the "Milan" of "used to live in Rome, now Milan".
   */
  private Span said(Span span) {
    var tokens = reading.tokens();
    if (!reading.language().has("negations", tokens, span.from())
        && reading.language().length("formerly", tokens, span.from(), span.to()) == 0) {
      return span;
    }
    return IntStream.range(span.from() + 2, span.to() - 1)
        .filter(at -> tokens.is(at, ",") || reading.language().has("buts", tokens, at))
        .mapToObj(at -> new Span(at + 1, span.to()))
        .findFirst()
        .orElse(span);
  }

  /** The title with the few words after it, unless they begin something else. */
  private Span withTail(Span title, Span answer) {
    var tail = new Span(title.to(), answer.to());
    var tokens = reading.tokens();
    var words = IntStream.range(tail.from(), tail.to()).allMatch(at -> tokens.get(at).word());
    var other =
        reading.language().has("title_links", tokens, tail.from())
            || reading.language().has("title_stops", tokens, tail.from())
            || reading.language().length("clause_starts", tokens, tail.from(), tail.to()) > 0;
    return words && !other && tail.size() <= MOST_WORDS_AFTER_TITLE ? answer : title;
  }

  private Span shortened(Span span) {
    var opened = reading.language().afterOpeners("lead_ins", reading.tokens(), span);
    return opened.empty() ? span : opened;
  }

  private Reply checked(Field field, Span span, double confidence) {
    return checked(field, clean(span), span, confidence);
  }

  private Reply checked(Field field, String words, Span span, double confidence) {
    return switch (reading.check(field, FieldValue.text(words))) {
      case Answer.Accepted(var value) -> new Given(value, span, confidence);
      case Answer.Refused(var code) -> new Unfit(code);
    };
  }

  /** The words without control characters, which nobody types on purpose. */
  private String clean(Span span) {
    var clean = new StringBuilder();
    reading
        .quote(span)
        .codePoints()
        .map(point -> Character.isISOControl(point) && point != '\n' && point != '\t' ? ' ' : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
