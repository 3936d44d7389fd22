package rapport.standalone.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import rapport.standalone.chaos.Evidence.Asked;
import rapport.standalone.chaos.Evidence.Event;
import rapport.standalone.chaos.Evidence.Stream;
import rapport.standalone.chaos.Evidence.View;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.UnexpectedAnswer;
import rapport.standalone.inside.Inside;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks into a quiet system for everything a {@link Checker} needs. */
final class Collector {

  private static final int ATTEMPTS = 30;
  private static final long PAUSE_MILLIS = 2_000;

  private final Inside inside;

  Collector(Inside inside) {
    this.inside = inside;
  }

  Evidence collect(
      List<Asked> asked, Map<String, List<Long>> feeds, Set<String> poisoned, boolean topicCut)
      throws IOException, InterruptedException {
    var topic = Topic.read(inside.kafkaBootstrap());
    var owner = inside.asService(Inside.CONVERSATION);
    var ids = new LinkedHashSet<String>();
    asked.forEach(each -> ids.add(each.stream()));
    var streams = new HashMap<String, Stream>();
    for (var id : ids) {
      var seen = feeds.containsKey(id) ? List.of(feeds.get(id)) : List.<List<Long>>of();
      streams.put(id, new Stream(log(owner, id), topic.getOrDefault(id, List.of()), seen));
    }
    return new Evidence(asked, streams, views(), poisoned, quarantined(), topicCut);
  }

  private static List<Event> log(RapportClient owner, String id) throws InterruptedException {
    var events = new ArrayList<Event>();
    var path = "/internal/workspaces/main/streams/%s/events?from=1&to=1000000".formatted(id);
    for (var message : patiently(() -> owner.get(path))) {
      var headers = new HashMap<String, String>();
      message.path("headers").forEachEntry((name, value) -> headers.put(name, value.asString()));
      events.add(Events.of(headers, message.path("value").asString("")));
    }
    return events;
  }

  /** Each service folds its views anew and compares. */
  private List<View> views() throws IOException, InterruptedException {
    var views = new ArrayList<View>();
    for (var service : Inside.SERVICES) {
      var client = inside.asService(service);
      for (var projection : client.get("/internal/projections")) {
        if (projection.path("rebuildable").asBoolean()) {
          var name = projection.path("name").asString();
          patiently(() -> client.text("/internal/projections/" + name + "/comparison"))
              .lines()
              .map(JsonMapper.shared()::readTree)
              .forEach(line -> views.add(view(name, line)));
        }
      }
    }
    return views;
  }

  /** It asks much of the services, who may be too busy: then they are asked again. */
  private static <T> T patiently(Supplier<T> question) throws InterruptedException {
    for (var left = ATTEMPTS; ; left--) {
      try {
        return question.get();
      } catch (UnexpectedAnswer e) {
        if (!e.isTemporary() || left == 1) {
          throw e;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static View view(String projection, JsonNode line) {
    return new View(
        projection,
        line.path("stream").asString(),
        line.path("storedRev").asLong(),
        line.path("ownerRev").asLong(),
        line.path("same").asBoolean());
  }

  private Set<String> quarantined() throws IOException {
    var streams = new HashSet<String>();
    for (var service : Inside.SERVICES) {
      inside
          .asService(service)
          .get("/internal/quarantine")
          .forEach(entry -> streams.add(entry.path("stream").asString()));
    }
    return streams;
  }

  /**
   * Has every service publish again what the topics lack.
   *
   * @return how many entries those were
   */
  long reconcile() throws IOException, InterruptedException {
    var republished = 0L;
    for (var service : Inside.SERVICES) {
      var client = inside.asService(service);
      var outcome = patiently(() -> client.post("/internal/reconcile", Map.of()));
      republished += outcome.path("republished").asLong();
    }
    return republished;
  }
}
