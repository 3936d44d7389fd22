package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Token;

/** Finds the clauses of a message that want something of the conversation. */
final class Commands {

  /** What may stand beside an answer without being part of it. */
  private static final Set<Command> ASIDE =
      EnumSet.of(Command.HEDGE, Command.GREETING, Command.THANKS, Command.PRAISE, Command.FAREWELL);

  /** What is meant wherever it is said. */
  private static final Set<Command> PLAIN =
      EnumSet.of(
          Command.WHY,
          Command.MEANING,
          Command.HANDOFF,
          Command.RECAP,
          Command.PROGRESS,
          Command.CLEAR,
          Command.NEW_SUBJECT);

  /** What is meant when it is a clause of its own, unless the message answers after all. */
  private static final Set<Command> REFUSAL = EnumSet.of(Command.SKIP, Command.DONT_KNOW);

  private static final int LAST_ASCII = 0x7f;

  private static final int MOST_WORDS_UNKNOWN = 7;

  private final Reading reading;
  private final Names names;
  private final boolean alone;
  private final List<Heard> heard = new ArrayList<>();
  private final List<Span> others = new ArrayList<>();

  Commands(Reading reading) {
    this.reading = reading;
    this.names = reading.commandNames();
    this.alone = reading.message().clauses().size() == 1;
    for (var sentence : reading.message().sentences()) {
      var whole = match(sentence.span());
      if (whole != null) {
        heard.add(whole);
      } else {
        var before = heard.size();
        var left = new Interruptions(reading).in(sentence);
        sentence.clauses().stream().filter(clause -> !left.contains(clause)).forEach(this::clause);
        if (!left.empty()) {
          heard.add(new Heard(Command.HEDGE, left, List.of()));
        }
        takenOut(before);
      }
    }
  }

  /**
   * A clause that is a command.
   *
   * @param fields what it names; may be empty
   */
  record Heard(Command command, Span span, List<String> fields) {

    boolean refuses() {
      return REFUSAL.contains(command);
    }

    boolean aside() {
      return ASIDE.contains(command);
    }

    /** Whether it is one even when other clauses of the message are answers. */
    boolean meantAnywhere() {
      return PLAIN.contains(command) || aside() || !fields.isEmpty();
    }
  }

  /** The words without the emoji after them. */
  private Span withoutEmoji(Span span) {
    var to = span.to();
    while (to > span.from() + 1 && emoji(reading.tokens().get(to - 1))) {
      to--;
    }
    return new Span(span.from(), to);
  }

  /** "Rub out the bank manager, leave influencers empty" skips nothing. */
  private void takenOut(int before) {
    var first = others.isEmpty() ? null : others.getLast();
    if (first == null || heard.size() != before + 1) {
      return;
    }
    var next = heard.getLast();
    var opened = reading.language().afterOpeners("openers", reading.tokens(), first);
    var said = new Span(first.from(), next.span().to());
    if (next.command() == Command.SKIP
        && !next.fields().isEmpty()
        && first.to() == next.span().from() - 1
        && reading.language().length("takes_out", reading.tokens(), opened.from(), first.to())
            > 0) {
      others.removeLast();
      heard.removeLast();
      heard.add(new Heard(Command.CLEAR, said, next.fields()));
    }
  }

  private static boolean emoji(Token token) {
    return token.kind() == Token.Kind.SIGN && token.lower().codePointAt(0) > LAST_ASCII;
  }

  private void clause(Span clause) {
    var match = match(clause);
    if (match == null) {
      others.add(clause);
    } else {
      heard.add(match);
    }
  }

  private @Nullable Heard match(Span said) {
    var span = withoutEmoji(said);
    var language = reading.language();
    var direct = match(span, span);
    if (direct != null) {
      return direct;
    }
    var opened = language.afterOpeners("openers", reading.tokens(), span);
    var bare = language.beforeClosers("closers", reading.tokens(), opened);
    if (bare.empty()) {
      return new Heard(agrees(span) ? Command.YES : Command.HEDGE, span, List.of());
    }
    var stripped = match(bare, span);
    if (stripped != null) {
      return stripped;
    }
    var kept = match(language.beforeClosers("closers", reading.tokens(), span), span);
    var heard = kept != null ? kept : match(opened, span);
    if (heard != null) {
      return heard;
    }
    var first = reading.opens(span);
    var unknown = alone ? unknown(opened) : unknownThing(opened);
    return unknown
        ? new Heard(alone || first ? Command.DONT_KNOW : Command.HEDGE, span, List.of())
        : null;
  }

  /** "No idea what people earn these days". */
  private boolean unknown(Span words) {
    return reading.language().length("unknown_leads", reading.tokens(), words.from(), words.to())
        > 0;
  }

  /** "No clue about schooling, but he is 55". */
  private boolean unknownThing(Span words) {
    return words.size() <= MOST_WORDS_UNKNOWN
        && reading.language().length("unknown_things", reading.tokens(), words.from(), words.to())
            > 0;
  }

  /** "Yeah sure" and "well ok" agree, "ok well" only hesitates. */
  private boolean agrees(Span opening) {
    var last =
        reading
            .language()
            .commands()
            .whole(reading.tokens(), new Span(opening.to() - 1, opening.to()), Names.NONE);
    return last != null && last.meaning() == Command.YES;
  }

  private @Nullable Heard match(Span words, Span clause) {
    if (words.empty()) {
      return null;
    }
    var match = reading.language().commands().whole(reading.tokens(), words, names);
    return match == null ? null : new Heard(match.meaning(), clause, List.copyOf(match.fields()));
  }

  /** The commands, in order. */
  List<Heard> heard() {
    return heard;
  }

  /** The clauses that are none. */
  List<Span> others() {
    return others;
  }
}
