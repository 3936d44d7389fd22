package rapport.simulators;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
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
  private final KeyPair keys = keys();
  private final HookPusher hook = new HookPusher(this::signed);

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
    var told = JSON.createObjectNode().put("isTest", false).put("isPrivate", false);
    told.set("callData", call);
    hook.happened(JSON.writeValueAsString(told));
  }

  /** What an automation rule tells of each call, signed with a JWT. */
  public HookPusher hook() {
    return hook;
  }

  /** The key that signatures of the hook are looked at with, as Gong shows it. */
  public String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  private static KeyPair keys() {
    try {
      var maker = KeyPairGenerator.getInstance("RSA");
      maker.initialize(2_048);
      return maker.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows RSA", e);
    }
  }

  private Map<String, String> signed(URI address, String body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      var claims =
          JSON.createObjectNode()
              .put("webhook_url", address.toString())
              .put("body_sha256", HexFormat.of().formatHex(hash))
              .put("iat", clock.instant().getEpochSecond());
      var text = part("{\"alg\":\"RS256\"}") + "." + part(JSON.writeValueAsString(claims));
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      var tag = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
      return Map.of("Authorization", "Bearer " + text + "." + tag);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java signs with RSA", e);
    }
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
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
    var ids = filter.path("callIds").valueStream().map(id -> id.asString("")).toList();
    var from = time(filter, "fromDateTime", Instant.MIN);
    var to = time(filter, "toDateTime", Instant.MAX);
    var found = new ArrayList<>(calls.values());
    found.removeIf(call ->
        (!ids.isEmpty() && !ids.contains(call.json().at("/metaData/id").asString("")))
            || call.started().isBefore(from)
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

  private static Instant time(JsonNode filter, String name, Instant open) {
    var text = filter.path(name).asString("");
    return text.isEmpty() ? open : Instant.parse(text);
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
