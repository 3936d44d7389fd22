package rapport.standalone.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts on the topic of conversations what nobody can read. */
final class Poison implements AutoCloseable {

  private static final int LENGTH = 200;

  private final KafkaProducer<byte[], byte[]> producer;
  private final Random random;
  private int poured;

  Poison(String bootstrap, Random random) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all", "delivery.timeout.ms", 600_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.random = random;
  }

  /**
   * An event whose value is no JSON, in a stream of its own, and a record that belongs to no stream
   * at all.
   *
   * @return the stream
   */
  String pour() throws InterruptedException {
    var stream = "poison-" + Long.toHexString(random.nextLong()) + "-" + ++poured;
    var event = new ProducerRecord<>(Topic.NAME, bytes("main/" + stream), garbage());
    Map.of(
            "ce_id", stream + ":1",
            "ce_type", "rapport.conversation.message-received.v1",
            "ce_specversion", "1.0",
            "ce_source", "/conversation-service",
            "ce_subject", stream,
            "ce_workspace", "main",
            "ce_rev", "1",
            "ce_time", Instant.now().toString())
        .forEach((name, value) -> event.headers().add(name, bytes(value)));
    send(event);
    send(new ProducerRecord<>(Topic.NAME, garbage(), garbage()));
    return stream;
  }

  private void send(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      var _ = producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic does not take poison", e);
    }
  }

  private byte[] garbage() {
    var bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
