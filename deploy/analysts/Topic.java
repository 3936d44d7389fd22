import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a topic of Rapport as lines of JSON, people's words and addresses as pseudonyms: java -cp
 * 'deploy/standalone/target/lib/*' deploy/analysts/Topic.java BROKER TOPIC [--follow]. Other
 * settings of the client stand in the file that KAFKA_SETTINGS names.
 */
public class Topic {

  /** Texts that say nothing about a person; every other text becomes a pseudonym. */
  private static final Set<String> PLAIN =
      Set.of(
          "band",
          "by",
          "channel",
          "currency",
          "direction",
          "evidence",
          "flow",
          "grade",
          "kind",
          "locale",
          "mode",
          "model",
          "origin",
          "outcome",
          "path",
          "phase",
          "priority",
          "reason",
          "segment",
          "severity",
          "stage",
          "state",
          "status",
          "system",
          "trigger",
          "type");

  private final Map<String, Long> revisions = new HashMap<>();
  private final Map<String, String> states = new TreeMap<>();
  private final boolean isState;
  private final Mac mac;

  private Topic(String topic, String secret) throws Exception {
    isState = topic.endsWith(".state");
    mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
  }

  public static void main(String[] arguments) throws Exception {
    var secret = System.getenv("PSEUDONYM_SECRET");
    if (arguments.length < 2 || secret == null || secret.length() < 16) {
      System.err.println("Needed: BROKER TOPIC [--follow], and PSEUDONYM_SECRET of 16 characters.");
      System.exit(2);
    }
    var follows = arguments.length > 2 && arguments[2].equals("--follow");
    new Topic(arguments[1], secret).read(arguments[0], arguments[1], follows);
  }

  /** Up to where the topic ends now; then, of a state topic, the states; then what comes. */
  private void read(String broker, String topic, boolean follows) throws Exception {
    var settings = new HashMap<String, Object>();
    if (System.getenv("KAFKA_SETTINGS") instanceof String file) {
      settings.putAll(
          org.apache.kafka.common.utils.Utils.propsToStringMap(
              org.apache.kafka.common.utils.Utils.loadProps(file)));
    }
    settings.put("bootstrap.servers", broker);
    settings.put("isolation.level", "read_committed");
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, text, text)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> take(record, isState));
      }
      states.values().forEach(System.out::println);
      while (follows) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> take(record, false));
      }
    }
  }

  /** What is told twice, or late, is known by its revision. */
  private void take(ConsumerRecord<String, String> record, boolean gathers) {
    if (record.value() == null) { // erased: what was kept of it has to go
      revisions.remove(record.key());
      states.remove(record.key());
      if (!gathers) {
        System.out.println("{\"key\":\"" + record.key() + "\",\"erased\":true}");
      }
      return;
    }
    var rev = Long.parseLong(header(record, "ce_rev"));
    if (revisions.getOrDefault(record.key(), 0L) >= rev) {
      return;
    }
    revisions.put(record.key(), rev);
    var line = JsonMapper.shared().createObjectNode();
    line.put("key", record.key());
    line.put("rev", rev);
    line.put("type", header(record, "ce_type"));
    line.put("at", header(record, "ce_time"));
    line.set("value", without(JsonMapper.shared().readTree(record.value()), ""));
    if (gathers) {
      states.put(record.key(), line.toString());
    } else {
      System.out.println(line);
    }
  }

  private JsonNode without(JsonNode value, String name) {
    switch (value) {
      case ObjectNode object ->
          object.propertyNames().stream()
              .toList()
              .forEach(field -> object.set(field, without(object.get(field), field)));
      case ArrayNode array -> {
        for (var at = 0; at < array.size(); at++) {
          array.set(at, without(array.get(at), name));
        }
      }
      default -> {
        if (value.isString() && !PLAIN.contains(name) && !isTime(value.asString())) {
          return JsonMapper.shared().valueToTree(pseudonym(value.asString()));
        }
      }
    }
    return value;
  }

  private String pseudonym(String text) {
    var digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return "p-" + HexFormat.of().formatHex(digest, 0, 8);
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
