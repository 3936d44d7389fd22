package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.profile.CustomerProfile;
import rapport.profile.profile.Status;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The customer profiles there are. */
@Component
public final class Profiles {

  private static final Bson NEWEST_FIRST = Sorts.descending("lastUpdatedAt", "_id");
  private static final int ALL = 0;

  /** The place of a profile in the list, newest first. */
  public record Position(Instant lastUpdatedAt, String id) {
    public static Position of(StoredProfile stored) {
      return new Position(stored.lastUpdatedAt(), stored.id());
    }
  }

  private final ProfileCollections collections;

  Profiles(ProfileCollections collections) {
    this.collections = collections;
  }

  /** The key by which feeds hear that a workspace's list of profiles moved. */
  public static String listKey(String workspace) {
    return workspace + "/profiles";
  }

  public Mono<StoredProfile> find(String workspace, String id) {
    return collections
        .profiles()
        .flatMap(all -> all.findOne(workspace, eq(ProfileCollections.key(workspace, id))))
        .map(Profiles::stored)
        .filter(it -> it.profile().exists());
  }

  /**
   * Profiles, newest first.
   *
   * @param query words that must all occur in its values; case and accents do not matter
   * @param after the last profile of the page before
   */
  public Flux<StoredProfile> list(
      String workspace,
      String query,
      @Nullable Status status,
      @Nullable Position after,
      int limit) {
    var filters = new ArrayList<Bson>(List.of(eq("flow", CustomerProfile.FLOW)));
    SearchWords.in(query).forEach(word -> filters.add(regex("search", Pattern.quote(word))));
    if (status != null) {
      filters.add(eq("status", status.name()));
    }
    if (after != null) {
      filters.add(beyond(workspace, after));
    }
    return query(workspace, and(filters), limit);
  }

  /** Every profile, newest first. */
  public Flux<StoredProfile> all(String workspace) {
    return query(workspace, eq("flow", CustomerProfile.FLOW), ALL);
  }

  /** Profiles changed at that time or later, newest first. */
  public Flux<StoredProfile> changedSince(String workspace, Instant since, int limit) {
    var changed = gte("lastUpdatedAt", Date.from(since));
    return query(workspace, and(eq("flow", CustomerProfile.FLOW), changed), limit);
  }

  private Flux<StoredProfile> query(String workspace, Bson filter, int limit) {
    return collections
        .profiles()
        .flatMapMany(all -> all.find(workspace, filter, NEWEST_FIRST, limit))
        .map(Profiles::stored);
  }

  private static Bson beyond(String workspace, Position after) {
    var at = Date.from(after.lastUpdatedAt());
    var key = ProfileCollections.key(workspace, after.id());
    return or(lt("lastUpdatedAt", at), and(eq("lastUpdatedAt", at), lt("_id", key)));
  }

  private static StoredProfile stored(Document document) {
    return new StoredProfile(ProfileDocuments.profile(document), document.getLong("rev"));
  }
}
