package rapport.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.standalone.launcher.Ports;

class BrokerTest {

  @TempDir Path directory;

  @Test
  void keeps_what_it_confirmed_when_it_is_killed_and_comes_back_on_other_ports() throws Exception {
    var first = start();
    try (var admin = Admin.create(first.client());
        var producer =
            new KafkaProducer<>(first.client(), new StringSerializer(), new StringSerializer())) {
      admin
          .createTopics(List.of(new NewTopic("events", 3, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
      for (var n = 0; n < 50; n++) {
        producer
            .send(new ProducerRecord<>("events", "key" + n, "value" + n))
            .get(10, TimeUnit.SECONDS);
      }
    } finally {
      first.process().destroyForcibly().waitFor();
    }
    var second = start();
    try {
      assertThat(everything(second)).hasSize(50).contains("value0", "value49");
    } finally {
      second.process().destroy();
      assertThat(second.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static List<String> everything(Running broker) {
    var values = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(broker.client(), new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("events"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            return values.size() >= 50;
          });
    }
    return values;
  }

  private record Running(Process process, int port) {
    Map<String, Object> client() {
      return Map.of(
          "bootstrap.servers", "127.0.0.1:" + port,
          "group.id", "test",
          "auto.offset.reset", "earliest",
          "acks", "all");
    }
  }

  private Running start() throws IOException {
    var ports = Ports.free(2);
    var port = ports.getFirst();
    var controller = ports.getLast();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("broker-" + port + ".log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "RAPPORT_BROKER_DIR", directory.resolve("broker").toString(),
                "RAPPORT_BROKER_PORT", Integer.toString(port),
                "RAPPORT_BROKER_CONTROLLER_PORT", Integer.toString(controller)));
    return new Running(builder.start(), port);
  }
}
