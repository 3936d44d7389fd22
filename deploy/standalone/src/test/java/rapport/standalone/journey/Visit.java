package rapport.standalone.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rapport.standalone.client.RapportClient;
import tools.jackson.databind.JsonNode;

/** A visitor of a website, talking through the widget. */
final class Visit {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SITE = "https://shop.example";

  private final RunningRapport rapport;
  private final RapportClient client;
  private final String id;
  private final List<Duration> waits = new ArrayList<>();
  private int messages;

  private Visit(RunningRapport rapport, RapportClient client, String id) {
    this.rapport = rapport;
    this.client = client;
    this.id = id;
  }

  /** Opens the chat on a page. */
  static Visit begin(RunningRapport rapport) {
    return begin(rapport, key(rapport));
  }

  /** What a page needs for visits. */
  static String key(RunningRapport rapport) {
    return rapport
        .client()
        .post("/api/v1/widget/keys", Map.of("name", "Journey", "origins", List.of(SITE)))
        .path("id")
        .asString();
  }

  /** Opens the chat on a page with that key. */
  static Visit begin(RunningRapport rapport, String key) {
    var page = rapport.anonymous().with("Origin", () -> SITE);
    var session =
        page.post(
            "/api/v1/widget/sessions",
            Map.of("widgetKey", key, "locale", "en", "page", Map.of("url", SITE + "/")));
    var bearer = "Bearer " + session.path("visitorToken").asString();
    return new Visit(
        rapport,
        page.with("Authorization", () -> bearer),
        session.path("conversationId").asString());
  }

  String id() {
    return id;
  }

  /** Says something and hears the answer. */
  JsonNode say(String text) {
    var begun = System.nanoTime();
    var answer = client.say(id, "m" + ++messages, text);
    waits.add(Duration.ofNanos(System.nanoTime() - begun));
    return answer;
  }

  /** Says something, hears the answer, and waits until the message has been assessed. */
  JsonNode sayAndBeRead(String text) {
    var answer = say(text);
    var message = "m" + messages;
    await().atMost(PATIENCE).until(() -> isAssessed(message));
    return answer;
  }

  private boolean isAssessed(String message) {
    return events("intent-assessed").stream()
        .anyMatch(event -> event.path("messageId").asString().equals(message));
  }

  /** What was published of the conversation, of one type, in its order. */
  List<JsonNode> events(String type) {
    return ConversationTopic.events(rapport.kafka(), id, type);
  }

  /** How long each answer took. */
  List<Duration> waits() {
    return List.copyOf(waits);
  }
}
