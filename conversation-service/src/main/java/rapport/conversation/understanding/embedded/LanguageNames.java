package rapport.conversation.understanding.embedded;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.understanding.embedded.Phrases.Named;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Tokens;

/**
 * What languages are called, in every language there is a file for and in their own: "Deutsch",
 * "German", "alemán".
 */
final class LanguageNames implements Names {

  private final Phrases<String> names = new Phrases<>();

  LanguageNames(Collection<Language> listeners) {
    for (var listener : listeners) {
      names.addAll(listener.list("languages"));
      for (var tag : Locale.getISOLanguages()) {
        add(tag, Locale.forLanguageTag(listener.tag()));
      }
    }
    for (var tag : Locale.getISOLanguages()) {
      add(tag, Locale.of(tag));
    }
  }

  private void add(String tag, Locale in) {
    names.add(Pattern.tokens(Locale.of(tag).getDisplayLanguage(in)), tag);
  }

  @Override
  public @Nullable Named at(Tokens tokens, int at, int to) {
    var name = names.longest(tokens, at, to, Names.NONE);
    return name == null ? null : new Named(Set.copyOf(List.of(name.meaning())), name.to());
  }
}
