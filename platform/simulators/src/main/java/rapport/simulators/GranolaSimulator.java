package rapport.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Granola as far as notes are read: a list by pages, each note apart, and late summaries. */
public final class GranolaSimulator extends VendorSimulator {

  private record Note(Instant updated, Instant visibleFrom, ObjectNode json) {}

  private final Map<String, Note> notes = new ConcurrentHashMap<>();
  private final Clock clock;
  private final int pageSize;

  public GranolaSimulator(Clock clock, int pageSize, int port) {
    super(port);
    this.clock = clock;
    this.pageSize = pageSize;
  }

  /** Somebody of ours met somebody of theirs. */
  public void put(String id, Instant updated, Duration later, String title, String theirs) {
    var note = JSON.createObjectNode();
    note.put("id", id)
        .put("object", "note")
        .put("title", title)
        .put("created_at", updated.toString())
        .put("updated_at", updated.toString())
        .put("summary_text", "We agreed on " + title + ".");
    note.putObject("owner").put("name", "Us").put("email", "us@rapport.example");
    var attendees = note.putArray("attendees");
    attendees.addObject().put("name", "Us").put("email", "us@rapport.example");
    attendees.addObject().put("name", "Them").put("email", theirs);
    notes.put(id, new Note(updated, updated.plus(later), note));
  }

  @Override
  protected boolean letsIn(String authorization) {
    return authorization.equals("Bearer grn_good");
  }

  @Override
  protected Answer answer(Asked asked) {
    if (asked.path().equals("/v1/notes")) {
      return list(asked);
    }
    var note = notes.get(asked.path().substring("/v1/notes/".length()));
    return note == null ? refused(404, "Note not found") : ok(note.json());
  }

  private Answer list(Asked asked) {
    var after = asked.parameter("updated_after");
    var from = after.isEmpty() ? Instant.EPOCH : Instant.parse(after);
    var found = new ArrayList<>(notes.values());
    found.removeIf(
        note -> !note.updated().isAfter(from) || note.visibleFrom().isAfter(clock.instant()));
    found.sort(
        Comparator.comparing(Note::updated)
            .reversed()
            .thenComparing(note -> note.json().toString()));
    var cursor = asked.parameter("cursor");
    var start = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    var end = Math.min(found.size(), start + pageSize);
    var body = JSON.createObjectNode().put("hasMore", end < found.size());
    if (end < found.size()) {
      body.put("cursor", Integer.toString(end));
    }
    var page = body.putArray("notes");
    for (var note : found.subList(Math.min(start, end), end)) {
      page.add(note.json().deepCopy().remove(java.util.List.of("summary_text", "attendees")));
    }
    return ok(body);
  }
}
