package rapport.simulators;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gong as far as calls are read: pages with a cursor, transcripts apart, and 404 where nothing is
 * found. A call may show up later than it took place.
 */
public final class GongSimulator extends VendorSimulator {

  /** A call and since when it is there. */
  private record Call(Instant started, Instant visibleFrom, ObjectNode json, String words) {}

  private static final String TOKEN =
      "Basic " + Base64.getEncoder().encodeToString("key:secret".getBytes(StandardCharsets.UTF_8));

  private final Map<String, Call> calls = new ConcurrentHashMap<>();
  private final Clock clock;
  private final int pageSize;

  public GongSimulator(Clock clock, int pageSize, int port) {
    super(port);
    this.clock = clock;
    this.pageSize = pageSize;
  }

  /** Somebody of ours talked with somebody of theirs. */
  public void put(String id, Instant started, Duration later, String title, String theirs) {
    var call = JSON.createObjectNode();
    call.putObject("metaData")
        .put("id", id)
        .put("url", "https://app.gong.example/call?id=" + id)
        .put("title", title)
        .put("started", started.toString())
        .put("direction", "Outbound");
    var parties = call.putArray("parties");
    parties
        .addObject()
        .put("id", "p1")
        .put("speakerId", "1")
        .put("name", "Us")
        .put("emailAddress", "us@rapport.example")
        .put("affiliation", "Internal");
    parties
        .addObject()
        .put("id", "p2")
        .put("speakerId", "2")
        .put("name", "Them")
        .put("emailAddress", theirs)
        .put("affiliation", "External");
    calls.put(id, new Call(started, started.plus(later), call, "We talked about " + title + "."));
  }

  @Override
  protected boolean letsIn(String authorization) {
    return authorization.equals(TOKEN);
  }

  @Override
  protected Answer answer(Asked asked) {
    return switch (asked.path()) {
      case "/v2/users" -> {
        var body = JSON.createObjectNode();
        body.putObject("records").put("totalRecords", 3);
        yield ok(body);
      }
      case "/v2/calls/extensive" -> calls(asked);
      case "/v2/calls/transcript" -> transcripts(asked);
      default -> refused(405, "no such method");
    };
  }

  private Answer calls(Asked asked) {
    var filter = asked.body().path("filter");
    var from = Instant.parse(filter.path("fromDateTime").asString(""));
    var to = Instant.parse(filter.path("toDateTime").asString(""));
    var found = new ArrayList<>(calls.values());
    found.removeIf(call ->
        call.started().isBefore(from)
            || !call.started().isBefore(to)
            || call.visibleFrom().isAfter(clock.instant()));
    found.sort(Comparator.comparing(Call::started).thenComparing(call -> call.json().toString()));
    if (found.isEmpty()) {
      return refused(404, "No calls found corresponding to the provided filters");
    }
    var start = Integer.parseInt(asked.body().path("cursor").asString("0"));
    var end = Math.min(found.size(), start + pageSize);
    var body = JSON.createObjectNode();
    var records = body.putObject("records").put("totalRecords", found.size());
    if (end < found.size()) {
      records.put("cursor", Integer.toString(end));
    }
    var page = body.putArray("calls");
    found.subList(Math.min(start, end), end).forEach(call -> page.add(call.json()));
    return ok(body);
  }

  private Answer transcripts(Asked asked) {
    List<String> ids =
        asked.body().at("/filter/callIds").valueStream().map(id -> id.asString("")).toList();
    var body = JSON.createObjectNode();
    var all = body.putArray("callTranscripts");
    for (var id : ids) {
      var call = calls.get(id);
      if (call != null) {
        var one = all.addObject().put("callId", id);
        one.putArray("transcript")
            .addObject()
            .put("speakerId", "2")
            .putArray("sentences")
            .addObject()
            .put("text", call.words());
      }
    }
    return all.isEmpty() ? refused(404, "No transcripts found") : ok(body);
  }
}
