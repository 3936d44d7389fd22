package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.value.Tokens;

/**
 * Many phrases in one tree of words, each with what it means. Looking one up costs its length, not
 * the number of phrases.
 */
final class Phrases<M> {

  private final Map<String, Phrases<M>> next;
  private @Nullable M meaning;

  /** No phrases yet. */
  Phrases() {
    this(new HashMap<>(), null);
  }

  private Phrases(Map<String, Phrases<M>> next, @Nullable M meaning) {
    this.next = next;
    this.meaning = meaning;
  }

  /** A phrase that was met: what it means, where it ends, and the fields it named. */
  record Match<M>(M meaning, int to, Set<String> fields) {}

  /** Recognises a field's name at a token. */
  interface Names {
    /** The fields named there, or null; the name ends before {@link Named#to()}. */
    @Nullable Named at(Tokens tokens, int at, int to);

    /** Whether a word may stand anywhere inside a phrase without changing it: "bitte". */
    default boolean skips(Tokens tokens, int at) {
      return false;
    }

    /** Nothing has a name. */
    Names NONE = (_, _, _) -> null;
  }

  /** Fields that were named, and the first token after the name. */
  record Named(Set<String> fields, int to) {}

  void add(List<String> words, M meaning) {
    var node = this;
    for (var word : words) {
      node = node.next.computeIfAbsent(word, _ -> new Phrases<>());
    }
    if (node.meaning == null) {
      node.meaning = meaning;
    }
  }

  /**
   * The same phrases, with equal endings kept once: a pattern with many choices makes thousands of
   * rows that end alike. Nothing can be added to them.
   */
  Phrases<M> compact() {
    return compact(new HashMap<>());
  }

  private record Ending<M>(@Nullable M meaning, Map<String, Phrases<M>> next) {}

  private Phrases<M> compact(Map<Ending<M>, Phrases<M>> known) {
    var compact = new HashMap<String, Phrases<M>>();
    next.forEach((word, node) -> compact.put(word, node.compact(known)));
    var ending = new Ending<>(meaning, Map.copyOf(compact));
    return known.computeIfAbsent(ending, _ -> new Phrases<>(ending.next(), meaning));
  }

  /** Every word of every phrase. */
  Set<String> words() {
    var words = new HashSet<String>();
    collect(words, Collections.newSetFromMap(new IdentityHashMap<>()));
    return words;
  }

  private void collect(Set<String> words, Set<Phrases<M>> seen) {
    next.forEach((word, node) -> {
      words.add(word);
      if (seen.add(node)) {
        node.collect(words, seen);
      }
    });
  }

  /** Adds what another list has. */
  void addAll(Phrases<M> others) {
    if (meaning == null) {
      meaning = others.meaning;
    }
    others.next.forEach(
        (word, rest) -> next.computeIfAbsent(word, _ -> new Phrases<>()).addAll(rest));
  }

  boolean empty() {
    return next.isEmpty();
  }

  /** Whether a single word is a phrase. */
  boolean word(String word) {
    var node = next.get(word);
    return node != null && node.meaning != null;
  }

  /** The longest phrase that begins at a token and ends within {@code to}, or null. */
  @Nullable Match<M> longest(Tokens tokens, int at, int to, Names names) {
    Match<M> longest = null;
    for (var match : matches(tokens, at, to, names)) {
      if (longest == null || match.to() > longest.to()) {
        longest = match;
      }
    }
    return longest;
  }

  /** The phrase that these tokens are as a whole, or null. */
  @Nullable Match<M> whole(Tokens tokens, Span span, Names names) {
    for (var match : matches(tokens, span.from(), span.to(), names)) {
      if (match.to() == span.to()) {
        return match;
      }
    }
    return null;
  }

  /** How many tokens the longest phrase here has; 0 when there is none. */
  int length(Tokens tokens, int at, int to) {
    var match = longest(tokens, at, to, Names.NONE);
    return match == null ? 0 : match.to() - at;
  }

  private List<Match<M>> matches(Tokens tokens, int at, int to, Names names) {
    var matches = new ArrayList<Match<M>>();
    walk(tokens, at, to, names, Set.of(), matches);
    return matches;
  }

  private void walk(
      Tokens tokens, int at, int to, Names names, Set<String> fields, List<Match<M>> matches) {
    if (meaning != null) {
      matches.add(new Match<>(meaning, at, fields));
    }
    if (at >= to) {
      return;
    }
    var word = next.get(tokens.get(at).lower());
    if (word != null) {
      word.walk(tokens, at + 1, to, names, fields, matches);
    }
    if (names.skips(tokens, at)) {
      walk(tokens, at + 1, to, names, fields, matches);
    }
    var field = next.get(Pattern.FIELD);
    if (field != null) {
      var named = names.at(tokens, at, to);
      if (named != null) {
        field.walk(tokens, named.to(), to, names, named.fields(), matches);
      }
    }
  }
}
