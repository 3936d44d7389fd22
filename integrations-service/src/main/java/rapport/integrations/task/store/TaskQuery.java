package rapport.integrations.task.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.task.Task.State;

/**
 * Which tasks are asked for.
 *
 * @param state null for all
 * @param mine only what this user, or anybody of their roles, shall do; null for everybody's
 * @param subject only about this one; null for all
 * @param after the last task of the page before
 */
public record TaskQuery(
    @Nullable State state, @Nullable Mine mine, @Nullable Subject subject, @Nullable After after) {

  /** A user and their roles. */
  public record Mine(String user, Set<String> roles) {
    public Mine {
      roles = Set.copyOf(roles);
    }
  }

  /** Where a page ended: when that task was due, in milliseconds, and its id. */
  public record After(long due, String task) {}

  Bson filter() {
    var parts = new ArrayList<Bson>();
    if (state != null) {
      parts.add(eq("state", state.wire()));
    }
    if (mine != null) {
      parts.add(
          or(eq("assignee", mine.user()), and(eq("assignee", null), in("role", mine.roles()))));
    }
    if (subject != null) {
      parts.add(eq("subject", TaskDocuments.key(subject)));
    }
    if (after != null) {
      var due = Date.from(Instant.ofEpochMilli(after.due()));
      parts.add(or(gt("due", due), and(eq("due", due), gt("stream", after.task()))));
    }
    return parts.isEmpty() ? empty() : and(parts);
  }
}
