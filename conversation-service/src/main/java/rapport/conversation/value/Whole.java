package rapport.conversation.value;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a text that is nothing but one value, words such as "about" aside. */
final class Whole {

  private final Passage passage;

  private Whole(String text, Wording wording) {
    passage = Passage.of(text, wording);
  }

  static Whole of(String text, Wording wording) {
    return new Whole(text, wording);
  }

  Optional<Found> value(Finder finder) {
    var found = finder.find(passage);
    return found.size() == 1 && everything(found.getFirst())
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  /** The only amount, with or without a currency. */
  @Nullable Amount amount() {
    if (passage.amounts().size() != 1) {
      return null;
    }
    var amount = passage.amounts().getFirst();
    var span =
        new Found(
            Found.Kind.NUMBER,
            amount.value(),
            passage.start(amount.from()),
            passage.end(amount.to()));
    return everything(span) ? amount : null;
  }

  private boolean everything(Found found) {
    var tokens = passage.tokens();
    for (var at = 0; at < tokens.size(); at++) {
      var token = tokens.get(at);
      var inside = token.start() >= found.start() && token.end() <= found.end();
      if (!inside && !empty(token)) {
        return false;
      }
    }
    return true;
  }

  private boolean empty(Token token) {
    var wording = passage.wording();
    return wording.fillers().contains(token.lower()) || wording.about().contains(token.lower());
  }
}
