package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.lead.settings.IcpFile;
import rapport.lead.settings.ScorecardFile;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/** What workspaces wrote down about their leads. */
@Component
public final class LeadSettings {

  /** What can be written down. */
  public enum Kind {
    ICP,
    SCORECARD;

    String key(String workspace) {
      return workspace + "/" + name().toLowerCase(Locale.ROOT);
    }

    private String usual() {
      return switch (this) {
        case ICP -> IcpFile.USUAL;
        case SCORECARD -> ScorecardFile.usual();
      };
    }
  }

  /**
   * A text as it stands.
   *
   * @param rev how often it was changed; 0 for the one every workspace begins with
   */
  public record Setting(long rev, String yaml, @Nullable Instant changedAt, @Nullable String by) {}

  private final Collections collections;
  private final Leads leads;
  private final Clock clock;

  LeadSettings(Collections collections, Leads leads, Clock clock) {
    this.collections = collections;
    this.leads = leads;
    this.clock = clock;
  }

  /** The text of a workspace, or the one it begins with. */
  public Mono<Setting> of(String workspace, Kind kind) {
    return collections
        .settings()
        .flatMap(all -> all.findOne(workspace, eq("_id", kind.key(workspace))))
        .map(document ->
            new Setting(
                document.getLong("rev"),
                document.getString("yaml"),
                document.getDate("changedAt").toInstant(),
                document.getString("by")))
        .defaultIfEmpty(new Setting(0, kind.usual(), null, null));
  }

  /**
   * Puts a text in the place of the one at that revision; open leads are looked at again, and those
   * that have ended are learned from again.
   *
   * @return false when it has moved meanwhile
   */
  public Mono<Boolean> put(String workspace, Kind kind, long rev, String yaml, String by) {
    var document =
        new Document("_id", kind.key(workspace))
            .append("rev", rev + 1)
            .append("yaml", yaml)
            .append("changedAt", Date.from(clock.instant()))
            .append("by", by);
    return collections
        .settings()
        .flatMap(all ->
            rev == 0
                ? all.insert(workspace, document)
                    .thenReturn(true)
                    .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
                : all.replace(
                    workspace, and(eq("_id", kind.key(workspace)), eq("rev", rev)), document))
        .flatMap(put ->
            put
                ? leads.lookAgain(workspace).then(leads.learnAgain(workspace)).thenReturn(true)
                : Mono.just(false));
  }
}
