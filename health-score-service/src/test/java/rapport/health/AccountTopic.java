package rapport.health;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import rapport.contracts.AccountSignal;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;
import rapport.testkit.EmbeddedBroker;

/** Publishes signals of accounts as profile-service does. */
final class AccountTopic implements AutoCloseable {

  private static final EventCodec<AccountSignal> CODEC = new EventCodec<>(EventCatalog.ACCOUNT);

  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", EmbeddedBroker.shared().bootstrapServers()),
          new StringSerializer(),
          new StringSerializer());
  private final Map<String, Long> revs = new HashMap<>();

  /** Publishes the signal as the next of its account. */
  WireMessage tell(String workspace, String account, AccountSignal signal)
      throws ExecutionException, InterruptedException, TimeoutException {
    var rev = revs.merge(workspace + "/" + account, 1L, Long::sum);
    var message =
        CODEC.encode(
            new Envelope<>(
                account + "-" + rev, workspace, account, rev, Instant.now(), null, null, signal));
    send(message);
    return message;
  }

  /** Publishes these signals, one after the other. */
  void tellAll(String workspace, String account, AccountSignal... signals) {
    try {
      for (var signal : signals) {
        tell(workspace, account, signal);
      }
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      throw new AssertionError("the broker does not take it", e);
    }
  }

  void send(WireMessage message) throws ExecutionException, InterruptedException, TimeoutException {
    var record = new ProducerRecord<>(message.topic(), message.key(), message.value());
    message
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer.send(record).get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    producer.close();
  }
}
