package rapport.integrations.gong;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.Person;
import rapport.contracts.IntegrationEvent.Source;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Excerpt;
import rapport.integrations.connector.Sides;
import rapport.integrations.connector.SourceRecord;
import tools.jackson.databind.JsonNode;

/**
 * Calls in our words.
 *
 * @param said what was said, by call
 */
record GongCalls(String connection, Map<String, String> said) {

  private static final String OBJECT = "call";

  GongCalls {
    said = Map.copyOf(said);
  }

  static String id(JsonNode call) {
    return call.path("metaData").path("id").asString("");
  }

  /** What was said in calls, as an answer has it, by call. */
  static Map<String, String> words(List<JsonNode> calls, JsonNode answer) {
    var words = new HashMap<String, String>();
    for (var each : answer.path("callTranscripts")) {
      var id = each.path("callId").asString("");
      calls.stream()
          .filter(call -> id(call).equals(id))
          .map(call -> words(call, each.path("transcript")))
          .filter(said -> !said.isEmpty())
          .forEach(said -> words.put(id, said));
    }
    return words;
  }

  SourceRecord record(JsonNode call) {
    var about = call.path("metaData");
    var id = id(call);
    var started = started(id, about);
    var people = call.path("parties").valueStream().map(GongCalls::person).toList();
    var source =
        new Source(
            connection,
            "gong",
            OBJECT,
            id,
            Long.toString(started.toEpochMilli()),
            text(about.path("url")),
            null);
    var event =
        new InteractionSeen(
            source,
            "call",
            direction(about.path("direction").asString(""), people),
            started.toString(),
            text(about.path("title")),
            said.get(id),
            people,
            null,
            null);
    return new SourceRecord(OBJECT, id, started.toEpochMilli(), event);
  }

  private static Instant started(String id, JsonNode about) {
    var text = about.path("started").asString(about.path("scheduled").asString(""));
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw ConnectorException.unfit(
          "Gong does not say when the call " + id + " was. It is passed over.");
    }
  }

  private static Person person(JsonNode party) {
    var email = text(party.path("emailAddress"));
    return new Person(
        text(party.path("id")),
        text(party.path("name")),
        email == null ? null : email.toLowerCase(Locale.ROOT),
        switch (party.path("affiliation").asString("")) {
          case "Internal" -> "ours";
          case "External" -> "theirs";
          default -> "unknown";
        });
  }

  private static String direction(String word, List<Person> people) {
    if (Sides.isInternal(people)) {
      return "internal";
    }
    return word.equals("Inbound") ? "inbound" : "outbound";
  }

  /** Who said what, from the beginning. */
  private static String words(JsonNode call, JsonNode transcript) {
    var names = new HashMap<String, String>();
    for (var party : call.path("parties")) {
      names.put(party.path("speakerId").asString(""), party.path("name").asString("?"));
    }
    var words = new StringBuilder();
    for (var turn : transcript) {
      if (words.length() > Excerpt.LONGEST) {
        break;
      }
      words
          .append(names.getOrDefault(turn.path("speakerId").asString(""), "?"))
          .append(": ")
          .append(
              turn.path("sentences")
                  .valueStream()
                  .map(sentence -> sentence.path("text").asString(""))
                  .collect(Collectors.joining(" ")))
          .append('\n');
    }
    return Excerpt.of(words.toString()).strip();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
  }
}
