package rapport.runtime.consent;

import java.util.List;
import org.bson.Document;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.PersonState;

/**
 * What is withheld of one person.
 *
 * @param conversations theirs
 * @param purposes by their names; nothing of theirs may be used for these
 */
public record Withheld(List<String> conversations, List<String> purposes) {

  static final Withheld NOTHING = new Withheld(List.of(), List.of());

  public Withheld {
    conversations = List.copyOf(conversations);
    purposes = List.copyOf(purposes);
  }

  /** Of a person as they stand; nothing of one that an earlier version told of. */
  public static Withheld of(PersonState person) {
    var withheld = person.withheld();
    return withheld == null || withheld.isEmpty()
        ? NOTHING
        : new Withheld(
            person.conversations(), withheld.stream().map(ConsentPurpose::wire).toList());
  }

  Document document() {
    return new Document("conversations", conversations).append("purposes", purposes);
  }

  static Withheld of(Document document) {
    return new Withheld(
        document.getList("conversations", String.class),
        document.getList("purposes", String.class));
  }
}
