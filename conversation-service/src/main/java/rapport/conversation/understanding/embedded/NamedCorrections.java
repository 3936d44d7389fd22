package rapport.conversation.understanding.embedded;

import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.Message.Sentence;
import rapport.conversation.understanding.embedded.Phrases.Match;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.understanding.embedded.Reply.Unfit;

/** Understands sentences that say which value is to change: "change the income to 90k". */
final class NamedCorrections {

  /** Words of what was said, with the "before" after them. */
  private static final int MOST_SAID = 6;

  private final Reading reading;
  private final Answering answering;
  private final Written written;

  NamedCorrections(Reading reading, Answering answering, Written written) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
  }

  /** Handles a sentence if it is one; tells whether it was. */
  boolean read(Sentence sentence) {
    var language = reading.language();
    var corrected = language.afterOpeners("corrections", reading.tokens(), sentence.span());
    var opened = language.afterOpeners("openers", reading.tokens(), afterSaid(corrected));
    var match = match(opened, reading.commandNames());
    if (match == null || match.fields().size() != 1) {
      // A phase may be called like one of its fields.
      match = match(opened, reading.names().fieldsAmong(reading.fields().keySet()));
    }
    var field = match == null ? null : field(match.fields());
    if (match == null || field == null) {
      return renames(sentence, opened);
    }
    var said = changed(match.to(), end(sentence, field, match.to()));
    var denied = corrected.from() > sentence.span().from() || saidBefore(corrected) > 0;
    return replace(
        field, said, denied ? sentence.span().from() : Math.min(opened.from(), clause(said)));
  }

  /** After the "I said 24 before," of a correction, whether that was written or not. */
  private Span afterSaid(Span words) {
    var said = saidBefore(words);
    var to = Math.min(words.to(), words.from() + said + MOST_SAID);
    return IntStream.range(words.from() + said, said == 0 ? words.from() : to)
        .filter(at ->
            reading.tokens().is(at, ",") || reading.language().has("buts", reading.tokens(), at))
        .mapToObj(at -> new Span(at + 1, words.to()))
        .findFirst()
        .orElse(words);
  }

  private int saidBefore(Span words) {
    return reading.language().length("said_before", reading.tokens(), words.from(), words.to());
  }

  /** "The persona should be called Omar, not Olivia", whatever the field is called. */
  private boolean renames(Sentence sentence, Span words) {
    var match =
        reading
            .language()
            .list("correct_name")
            .longest(reading.tokens(), words.from(), words.to(), Names.NONE);
    var named =
        reading.fields().values().stream()
            .filter(field -> reading.words(field).is(FieldWords.Kind.PERSONA))
            .toList();
    if (match == null || named.size() != 1) {
      return false;
    }
    var said = new Span(match.to(), sentence.span().to());
    var name = new Denials(reading).withoutOld(said);
    if (!match.meaning().equals(LanguageReader.SAID)) {
      var last = reading.language().beforeClosers("closers", reading.tokens(), name).to() - 1;
      if (last <= name.from() || !reading.tokens().is(last, match.meaning())) {
        return false;
      }
      name = new Span(name.from(), last);
    }
    if (name.empty() || !(answering.read(named.getFirst(), name) instanceof Given given)) {
      return false;
    }
    written.correct(named.getFirst(), given, Confidence.TYPED_AND_NAMED);
    written.use(sentence.span());
    return true;
  }

  /** The only one of that name, or the only one of them that there is something to correct in. */
  private @Nullable Field field(Set<String> paths) {
    var named = paths.stream().map(reading.fields()::get).filter(Objects::nonNull).toList();
    var filled = named.stream().filter(reading::filled).toList();
    var meant = named.size() == 1 ? named : filled;
    return meant.size() == 1 ? meant.getFirst() : null;
  }

  /** The "45" of "change the age from 42 to 45". */
  private Span changed(int from, int to) {
    var language = reading.language();
    var tokens = reading.tokens();
    if (language.has("changed_from", tokens, from - 1)) {
      for (var at = from + 1; at + 1 < to; at++) {
        if (language.has("replaced_by", tokens, at)) {
          return new Span(at + 1, to);
        }
      }
    }
    return new Span(from, to);
  }

  private @Nullable Match<String> match(Span words, Names names) {
    return reading
        .language()
        .list("correct_field")
        .longest(reading.tokens(), words.from(), words.to(), names);
  }

  /** Words may go on to the end of the sentence, other values end with their clause. */
  private static int end(Sentence sentence, Field field, int from) {
    return field.type().freeText()
        ? sentence.span().to()
        : sentence.clauses().stream()
            .filter(clause -> clause.contains(from))
            .findFirst()
            .map(Span::to)
            .orElse(sentence.span().to());
  }

  /** Where the clause begins that the value stands in. */
  private int clause(Span said) {
    return reading.message().clauses().stream()
        .filter(clause -> clause.overlaps(said))
        .findFirst()
        .map(Span::from)
        .orElse(said.from());
  }

  private boolean replace(Field field, Span said, int from) {
    var value = new Denials(reading).withoutOld(said);
    switch (answering.read(field, value)) {
      case Given given -> written.correct(field, given, Confidence.TYPED_AND_NAMED);
      case Unfit(var code) when reading.asked(field) -> written.misfit(field, code, value);
      case Unfit _, Reply.Nothing _ -> {
        return false;
      }
    }
    written.use(new Span(from, said.to()));
    return true;
  }
}
