package rapport.conversation.understanding.embedded;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.understanding.embedded.Message.Sentence;
import rapport.conversation.value.Passage;
import rapport.conversation.value.Tokens;

/**
 * Finds the wish to go on in another language, in whatever language it is said: whoever writes "auf
 * Deutsch bitte" is often in the wrong one.
 */
final class LanguageWishes {

  private final List<Language> listeners;
  private final LanguageNames names;

  LanguageWishes(Collection<Language> listeners) {
    this.listeners = List.copyOf(listeners);
    this.names = new LanguageNames(listeners);
  }

  /**
   * @param language tag of the language wanted
   * @param saidIn the language the wish was said in
   * @param rest what the message says besides, or empty
   */
  record Wish(String language, Language saidIn, String rest) {}

  /** The wish in a message, if there is one. */
  Optional<Wish> in(String text, Language spoken) {
    return Stream.concat(
            Stream.of(spoken),
            listeners.stream().filter(other -> !other.tag().equals(spoken.tag())))
        .flatMap(listener -> wish(text, listener).stream())
        .findFirst();
  }

  private Optional<Wish> wish(String text, Language listener) {
    var tokens = Passage.of(text, listener.wording()).tokens();
    var sentences = Message.of(tokens, listener).sentences();
    for (var sentence : sentences) {
      for (var span : spans(sentence, tokens, listener)) {
        var wanted = wanted(tokens, span, listener);
        if (wanted != null) {
          var rest = tokens.slice(0, span.from()) + " " + tokens.slice(span.to(), tokens.size());
          return Optional.of(new Wish(wanted, listener, rest.strip()));
        }
      }
    }
    return Optional.empty();
  }

  /** "They pay in shillings and speak Swahili" wishes nothing: what is joined goes on. */
  private static List<Span> spans(Sentence sentence, Tokens tokens, Language listener) {
    var clauses =
        sentence.clauses().stream()
            .filter(clause -> !listener.has("joints", tokens, clause.from()));
    return Stream.concat(Stream.of(sentence.span()), clauses).toList();
  }

  private @Nullable String wanted(Tokens tokens, Span said, Language listener) {
    var opened = listener.afterOpeners("openers", tokens, said);
    var bare = listener.beforeClosers("closers", tokens, opened);
    return Stream.of(said, opened, bare)
        .filter(span -> !span.empty())
        .map(span -> listener.list("speak").whole(tokens, span, names))
        .filter(match -> match != null && match.fields().size() == 1)
        .map(match -> match.fields().iterator().next())
        .findFirst()
        .orElse(null);
  }
}
