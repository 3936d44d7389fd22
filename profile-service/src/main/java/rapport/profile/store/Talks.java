package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.person.Talk;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The talks with visitors there are, and whose each of them is. */
@Component
public final class Talks {

  /**
   * A talk as it is stored.
   *
   * @param person whose it is; none while nobody is known
   * @param identifiers by which it was found to be theirs, as keys
   */
  public record Stored(Talk talk, long rev, @Nullable String person, List<String> identifiers) {
    public Stored {
      identifiers = List.copyOf(identifiers);
    }
  }

  private final PersonCollections collections;

  Talks(PersonCollections collections) {
    this.collections = collections;
  }

  public Mono<Stored> find(String workspace, String conversation) {
    return collections
        .talks()
        .flatMap(all -> all.findOne(workspace, eq(PersonCollections.key(workspace, conversation))))
        .map(Talks::stored);
  }

  /** The talks of these people. */
  public Flux<Talk> of(String workspace, Collection<String> people) {
    return find(workspace, in("person", people)).map(Stored::talk);
  }

  /** Every talk on that device, or with whom a website vouches for. */
  public Flux<Stored> ofVisitor(String workspace, String visitor) {
    return find(workspace, and(eq("flow", Talk.FLOW), eq("visitor", visitor)));
  }

  private Flux<Stored> find(String workspace, Bson filter) {
    return collections
        .talks()
        .flatMapMany(all -> all.find(workspace, filter, Sorts.ascending("_id")))
        .map(Talks::stored);
  }

  /** Whether nothing but this talk is that person's. */
  public Mono<Boolean> isOnlyOne(String workspace, String person, String conversation) {
    var others =
        and(eq("person", person), ne("_id", PersonCollections.key(workspace, conversation)));
    return collections.talks().flatMap(all -> all.count(workspace, others)).map(it -> it == 0);
  }

  /**
   * Says whose the talk is.
   *
   * @return false when the talk went on meanwhile; nothing is changed then
   */
  public Mono<Boolean> assign(
      String workspace, Stored stored, @Nullable String person, List<String> identifiers) {
    var update = combine(set("person", person), set("identifiers", identifiers));
    return collections.talks().flatMap(all -> all.update(workspace, at(workspace, stored), update));
  }

  /** Says that everything has been made of the talk, unless it went on meanwhile. */
  public Mono<Void> settled(String workspace, Stored stored) {
    return collections
        .talks()
        .flatMap(all -> all.update(workspace, at(workspace, stored), set("stale", false)))
        .then();
  }

  private static Bson at(String workspace, Stored stored) {
    var key = PersonCollections.key(workspace, stored.talk().conversation());
    return and(eq(key), eq("rev", stored.rev()));
  }

  private static Stored stored(Document document) {
    return new Stored(
        TalkDocuments.talk(document),
        document.getLong("rev"),
        document.getString("person"),
        document.getList("identifiers", String.class, List.of()));
  }
}
