package rapport.runtime.consent;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.PersonState;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.store.DocumentStore;
import reactor.core.publisher.Mono;

/**
 * In whose conversations nothing may be used for a purpose, as {@code rapport.person.state} tells.
 * A visitor nobody knows yet has withheld nothing. Of conversations and purposes alone; who the
 * person is is not kept.
 *
 * <p>A service imports {@link ConsentConfiguration}, asks it whenever it is about to use something,
 * and declares {@link #COLLECTION} as that of people.
 */
public final class WithheldConsents extends DocumentViews<Withheld, PersonState> {

  /** One document per person: {@code _id} is {@code workspace/person}. */
  public static final String COLLECTION = "withheld_consents";

  /** What the store has; it stays as it is until somebody follows the topic. */
  public WithheldConsents(DocumentStore store) {
    super(
        store,
        COLLECTION,
        Indexes.ascending("workspace", "conversations"),
        Withheld::document,
        Withheld::of);
  }

  /** Whether nothing of that conversation may be used for that purpose. */
  public Mono<Boolean> withholds(String workspace, String conversation, ConsentPurpose purpose) {
    return withholding(workspace, Set.of(conversation), purpose).map(found -> !found.isEmpty());
  }

  /** Of these conversations those of which nothing may be used for that purpose. */
  public Mono<Set<String>> withholding(
      String workspace, Collection<String> conversations, ConsentPurpose purpose) {
    var theirs = and(in("conversations", conversations), eq("purposes", purpose.wire()));
    return matching(workspace, theirs, ascending("_id"))
        .concatMapIterable(Withheld::conversations)
        .filter(conversations::contains)
        .collect(HashSet::new, Set::add);
  }
}
