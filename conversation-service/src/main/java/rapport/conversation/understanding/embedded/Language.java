package rapport.conversation.understanding.embedded;

import java.util.Map;
import java.util.stream.IntStream;
import rapport.contracts.ItemPath;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Token;
import rapport.conversation.value.Tokens;
import rapport.conversation.value.Wording;

/**
 * How people say things in one language.
 *
 * @param tag BCP 47, such as {@code en}
 * @param commands what clauses ask for
 * @param phrases named lists of phrases
 * @param fields what belongs to single fields, by path
 * @param words single words the interpreter writes or needs itself, by name
 * @param examples sentences that show what others like them mean
 * @param wording how numbers and units are said
 */
record Language(
    String tag,
    Phrases<Command> commands,
    Map<String, Phrases<String>> phrases,
    Map<String, FieldWords> fields,
    Map<String, String> words,
    Examples examples,
    Wording wording) {

  Language {
    phrases = Map.copyOf(phrases);
    fields = Map.copyOf(fields);
    words = Map.copyOf(words);
  }

  /** What a clause can ask for. */
  enum Command {
    SKIP,
    DONT_KNOW,
    BACK,
    GO_TO,
    UNDO,
    CLEAR,
    SUMMARISE,
    FINISH,
    RECAP,
    PROGRESS,
    HELP,
    WHY,
    MEANING,
    NEW_SUBJECT,
    HANDOFF,
    GREETING,
    THANKS,
    PRAISE,
    FAREWELL,
    YES,
    NO,
    ACCEPT,
    DISMISS,
    /** A question of another kind. */
    QUESTION,
    /** Wants something that takes more words to understand. */
    WISH,
    HEDGE
  }

  /** The words for a field; rows share those of their column. */
  FieldWords field(String path) {
    return fields.getOrDefault(ItemPath.template(path), FieldWords.NONE);
  }

  /** Whether there are words for a field beyond those of the flow. */
  boolean knows(String path) {
    return fields.containsKey(ItemPath.template(path));
  }

  /** A list of phrases. */
  Phrases<String> list(String name) {
    var list = phrases.get(name);
    if (list == null) {
      throw new IllegalArgumentException("language " + tag + " has no phrases " + name);
    }
    return list;
  }

  /** A single word. */
  String word(String name) {
    var word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("language " + tag + " has no word " + name);
    }
    return word;
  }

  /** How many tokens the longest phrase of a list has here; 0 when there is none. */
  int length(String name, Tokens tokens, int at, int to) {
    return list(name).length(tokens, at, to);
  }

  boolean has(String name, Tokens tokens, int at) {
    return length(name, tokens, at, at + 1) == 1;
  }

  /** Whether a word ends with one of a list, or is one. */
  boolean ends(String name, Token token) {
    var list = list(name);
    return token.word()
        && !list.empty()
        && IntStream.range(0, token.lower().length())
            .anyMatch(at -> list.word(token.lower().substring(at)));
  }

  /** The span without phrases of a list at its beginning, as often as there are any. */
  Span afterOpeners(String name, Tokens tokens, Span span) {
    var from = span.from();
    var length = length(name, tokens, from, span.to());
    while (from < span.to() && (length > 0 || comma(tokens, from))) {
      from += Math.max(1, length);
      length = length(name, tokens, from, span.to());
    }
    return new Span(from, span.to());
  }

  /** The span without phrases of a list at its end, as often as there are any. */
  Span beforeClosers(String name, Tokens tokens, Span span) {
    var to = span.to();
    while (to > span.from()) {
      var length = comma(tokens, to - 1) ? 1 : closer(name, tokens, span.from(), to);
      if (length == 0) {
        break;
      }
      to -= length;
    }
    return new Span(span.from(), to);
  }

  private int closer(String name, Tokens tokens, int from, int to) {
    for (var at = Math.max(from, to - 6); at < to; at++) {
      if (list(name).whole(tokens, new Span(at, to), Names.NONE) != null) {
        return to - at;
      }
    }
    return 0;
  }

  private static boolean comma(Tokens tokens, int at) {
    return tokens.is(at, ",");
  }
}
