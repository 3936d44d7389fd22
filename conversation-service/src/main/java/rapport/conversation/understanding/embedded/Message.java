package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Token.Kind;
import rapport.conversation.value.Tokens;

/**
 * A message cut into sentences, and these into clauses. Signs between them belong to neither.
 *
 * @param tokens the message
 * @param sentences in order
 */
record Message(Tokens tokens, List<Sentence> sentences) {

  /**
   * @param span its tokens without the closing sign
   * @param clauses its parts, in order
   * @param question whether it asks something
   */
  record Sentence(Span span, List<Span> clauses, boolean question) {}

  Message {
    sentences = List.copyOf(sentences);
  }

  static Message of(Tokens tokens, Language language) {
    return new Cutter(tokens, language).message();
  }

  List<Span> clauses() {
    return sentences.stream().flatMap(sentence -> sentence.clauses().stream()).toList();
  }

  /** The message from its first word to its last. */
  Span span() {
    return sentences.isEmpty()
        ? new Span(0, 0)
        : new Span(sentences.getFirst().span().from(), sentences.getLast().span().to());
  }

  /** Whether there is anything to read: a letter or digit, and no mere keys. */
  boolean readable() {
    if (Keys.only(tokens)) {
      return false;
    }
    for (var at = 0; at < tokens.size(); at++) {
      var kind = tokens.get(at).kind();
      if (kind == Kind.WORD || kind == Kind.NUMBER || kind == Kind.CODE) {
        return true;
      }
    }
    return false;
  }

  /** Cuts one message. */
  private record Cutter(Tokens tokens, Language language) {

    private static final int MOST_WORDS_OF_A_TOPIC = 3;

    Message message() {
      var sentences = new ArrayList<Sentence>();
      var from = 0;
      for (var at = 0; at <= tokens.size(); at++) {
        if (at == tokens.size() || ends(at)) {
          if (at > from) {
            add(sentences, new Span(from, at), tokens.is(at, "?"));
          }
          from = at + 1;
        }
      }
      return new Message(tokens, sentences);
    }

    private void add(List<Sentence> sentences, Span span, boolean marked) {
      var clauses = clauses(span);
      var question = question(span, marked);
      if (clauses.size() < 2 || question) {
        sentences.add(new Sentence(span, clauses, question || (marked && asksOfYou(span))));
        return;
      }
      var asks = new Span(clauses.getLast().from(), span.to());
      if (question(asks, marked)) {
        // "42, why do you ask?" answers before it asks.
        var said = clauses.subList(0, clauses.size() - 1);
        sentences.add(new Sentence(new Span(span.from(), said.getLast().to()), said, false));
        sentences.add(new Sentence(asks, clauses(asks), true));
      } else {
        sentences.add(new Sentence(span, clauses, false));
      }
    }

    private boolean ends(int at) {
      var token = tokens.get(at);
      return switch (token.lower()) {
        case "!", "?", ";", "¿", "¡" -> true;
        case "." -> !tokens.touchesPrevious(at + 1) && !abbreviated(at - 1);
        case "/" -> labelled(at + 1);
        default -> token.kind() == Kind.BREAK;
      };
    }

    /** The "culture:" of "the owner decides everything / culture: family feel". */
    private boolean labelled(int at) {
      return !tokens.touchesPrevious(at - 1)
          && !tokens.touchesPrevious(at)
          && IntStream.rangeClosed(at + 1, at + MOST_WORDS_OF_A_TOPIC)
              .anyMatch(sign -> tokens.is(sign, ":"));
    }

    private boolean abbreviated(int at) {
      var token = tokens.get(at);
      // "J. Doe" and "acme inc. in Ohio" go on, "4k. Next" does not; at the very end it does not
      // matter.
      var initial = token.lower().length() == 1 && !scale(at);
      return token.word()
          && (initial || language.has("abbreviations", tokens, at))
          && tokens.get(at + 2).kind() != Kind.BREAK;
    }

    /** The "k" of "4k". */
    private boolean scale(int at) {
      return tokens.get(at - 1).kind() == Kind.NUMBER && tokens.touchesPrevious(at);
    }

    private boolean question(Span span, boolean marked) {
      var from = opened(language.afterOpeners("answer_openers", tokens, span).from());
      var proposes = language.length("proposals", tokens, from, span.to()) > 0;
      return !proposes
          && ((marked && language.has("interrogatives", tokens, from))
              || (marked && topic(new Span(from, span.to())))
              || language.length("sure_questions", tokens, from, span.to()) > 0);
    }

    /** "Not sure yet what you offer?" */
    private boolean asksOfYou(Span span) {
      return IntStream.range(span.from(), span.to())
              .anyMatch(at -> language.length("asks_of_you", tokens, at, span.to()) > 0)
          && IntStream.range(span.from(), span.to())
              .noneMatch(at -> tokens.get(at).kind() == Kind.NUMBER);
    }

    /** Without the "and" of "And how long does it take?". */
    private int opened(int at) {
      return language.has("joints", tokens, at) ? at + 1 : at;
    }

    /** The "biggest headache?" of "Biggest headache? Compliance.", which the next words answer. */
    private boolean topic(Span span) {
      var rest = new Span(Math.min(span.to() + 1, tokens.size()), tokens.size());
      return span.size() <= MOST_WORDS_OF_A_TOPIC
          && IntStream.range(span.from(), span.to()).allMatch(at -> tokens.get(at).word())
          && !language.beforeClosers("answer_closers", tokens, rest).empty();
    }

    private List<Span> clauses(Span sentence) {
      var clauses = new ArrayList<Span>();
      var from = sentence.from();
      for (var at = sentence.from(); at < sentence.to(); at++) {
        if (splits(at)) {
          add(clauses, from, at);
          from = tokens.is(at, ",") || dash(at) ? at + 1 : at;
        } else if (hesitates(new Span(from, at))) {
          add(clauses, from, at);
          from = at + 1;
        }
      }
      add(clauses, from, sentence.to());
      return clauses;
    }

    /** The "it varies" of "it varies but mostly retail", which answers after all. */
    private boolean hesitates(Span said) {
      if (said.empty() || !turns(said.to())) {
        return false;
      }
      var command = language.commands().whole(tokens, said, Names.NONE);
      return command != null
          && (command.meaning() == Command.DONT_KNOW || command.meaning() == Command.HEDGE);
    }

    private boolean turns(int at) {
      return language.has("joints", tokens, at) && !language.has("ands", tokens, at);
    }

    private static void add(List<Span> clauses, int from, int to) {
      if (to > from) {
        clauses.add(new Span(from, to));
      }
    }

    private boolean splits(int at) {
      if (tokens.is(at, ",") || dash(at)) {
        return true;
      }
      return language.has("joints", tokens, at)
          && language.length("clause_starts", tokens, at + 1, tokens.size()) > 0;
    }

    /** A dash between words, not a hyphen or a range. */
    private boolean dash(int at) {
      return tokens.is(at, "-")
          && !tokens.touchesPrevious(at)
          && !tokens.touchesPrevious(at + 1)
          && tokens.get(at + 1).kind() != Kind.NUMBER;
    }
  }
}
