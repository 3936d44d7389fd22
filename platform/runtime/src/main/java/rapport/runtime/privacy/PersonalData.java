package rapport.runtime.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import rapport.runtime.store.DocumentStore;

/**
 * Everything a service keeps, by collection, and what of it is of people. A service declares it as
 * one bean; at its start it names every collection that is not declared here.
 *
 * @param kept what is erased and exported, in this order
 * @param declared every collection
 * @param states per compacted topic whose latest messages are of people, the ids that are its keys
 */
public record PersonalData(
    List<Kept> kept, Set<String> declared, Map<String, Function<Subject, List<String>>> states) {

  /** Those of the runtime itself; they hold ids only. */
  private static final Set<String> OWN = Set.of("erased_streams", "privacy_requests_seen");

  public PersonalData {
    kept = List.copyOf(kept);
    declared =
        Stream.of(declared, OWN).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    states = Map.copyOf(states);
  }

  /** What a service keeps in its store. */
  public static Declaring in(DocumentStore store) {
    return new Declaring(store);
  }

  /** Tells it collection by collection. */
  public static final class Declaring {

    private final DocumentStore store;
    private final List<Kept> kept = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();
    private final Map<String, Function<Subject, List<String>>> states = new LinkedHashMap<>();

    private Declaring(DocumentStore store) {
      this.store = store;
      own("quarantine", quarantined());
    }

    private static Whose quarantined() {
      return Whose.field("stream", Subject::streams);
    }

    /** Documents that are about one person alone: erased with them. */
    public Declaring own(String collection, Whose whose) {
      return own(collection, whose, _ -> Subject.NOBODY);
    }

    /**
     * The same.
     *
     * @param tells what else such a document says they are known by
     */
    public Declaring own(String collection, Whose whose, Function<Document, Subject> tells) {
      return special(
          collection, new OwnDocuments(collection, store.collection(collection), whose, tells));
    }

    /** Documents that are about something else, and may mention a person. */
    public Declaring shared(String collection) {
      return special(collection, new SharedDocuments(collection, store.collection(collection)));
    }

    /** Documents that are about whoever an id or address of is anywhere in them. */
    public Declaring naming(String collection) {
      return naming(collection, _ -> true, _ -> Subject.NOBODY);
    }

    /**
     * The same.
     *
     * @param may whether a document can be about a person at all
     * @param tells what else such a document says they are known by
     */
    public Declaring naming(
        String collection, Predicate<Document> may, Function<Document, Subject> tells) {
      return special(
          collection, new NamingDocuments(collection, store.collection(collection), may, tells));
    }

    /** Documents that neither fits. */
    public Declaring special(String collection, Kept how) {
      declared.add(collection);
      kept.add(how);
      return this;
    }

    /** Nothing in it is of a person we may be asked about. */
    public Declaring nobodys(String... collections) {
      declared.addAll(List.of(collections));
      return this;
    }

    /** A compacted topic that tells how people stand; its keys are these ids. */
    public Declaring state(String topic, Function<Subject, List<String>> ids) {
      states.put(topic, ids);
      return this;
    }

    public PersonalData all() {
      return new PersonalData(kept, declared, states);
    }
  }
}
