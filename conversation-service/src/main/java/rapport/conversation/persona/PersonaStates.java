package rapport.conversation.persona;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.contracts.EventCodec;
import rapport.contracts.MalformedEventException;
import rapport.contracts.PersonaState;
import rapport.contracts.Received;
import rapport.conversation.knowledge.PersonaCard;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;

/**
 * The approved personas of all workspaces, as {@code rapport.persona.state} has them. Every
 * instance reads the whole topic, which is compacted and small; while Kafka is away, the last known
 * ones stay.
 */
@Component
final class PersonaStates implements WorkerLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PersonaStates.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final Duration UNTIL_THERE = Duration.ofSeconds(5);

  private final KafkaClients clients;
  private final EventCodec<PersonaState> codec = new EventCodec<>(PersonaState.CATALOG);
  private final Worker worker = new Worker("rapport-personas", this::listen);
  private final Map<String, PersonaCard> cards = new ConcurrentHashMap<>();
  private @Nullable Consumer<byte[], byte[]> reader;

  PersonaStates(KafkaClients clients) {
    this.clients = clients;
  }

  /** The persona of that id, if it is approved. */
  Optional<PersonaCard> card(String workspace, String persona) {
    return Optional.ofNullable(cards.get(key(workspace, persona)));
  }

  /** All approved personas of a workspace. */
  List<PersonaCard> all(String workspace) {
    return cards.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(key(workspace, "")))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private Duration listen() {
    try {
      var current = reader == null ? connect() : reader;
      if (current == null) {
        return UNTIL_THERE;
      }
      for (var received : current.poll(POLL)) {
        take(received);
      }
      return Duration.ZERO;
    } catch (RuntimeException e) {
      disconnect();
      throw e;
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> state) {
    var key = Wire.key(state).orElse("");
    if (state.value() == null) {
      cards.remove(key);
      return;
    }
    try {
      switch (codec.decode(Wire.message(state))) {
        case Received.Known<PersonaState>(var envelope) -> keep(key, envelope.event());
        case Received.Unknown<PersonaState> _ -> {
          // written by a later version of lead-intelligence-service
        }
      }
    } catch (MalformedEventException wrong) {
      LOG.warn("a persona at {} cannot be read: {}", state.offset(), wrong.getMessage());
    }
  }

  private void keep(String key, PersonaState state) {
    if (state.status() == PersonaState.Status.APPROVED) {
      cards.put(key, cardOf(key.substring(key.indexOf('/') + 1), state));
    } else {
      cards.remove(key);
    }
  }

  private static PersonaCard cardOf(String id, PersonaState state) {
    return new PersonaCard(
        id,
        state.name(),
        state.questions().stream().flatMap(PersonaStates::question).toList(),
        state.buttons().stream()
            .map(button -> new PersonaCard.Button(button.label(), button.topic()))
            .toList(),
        state.knowledge().stream()
            .map(known ->
                new PersonaCard.Topic(
                    known.topic(), known.question(), known.answer(), known.source()))
            .toList());
  }

  /** A question that asks for no field has no place in the agenda. */
  private static Stream<PersonaCard.Question> question(PersonaState.Question question) {
    var path = question.path();
    return path == null
        ? Stream.empty()
        : Stream.of(new PersonaCard.Question(path, question.text()));
  }

  /** Null while the topic is not there yet. */
  private @Nullable Consumer<byte[], byte[]> connect() {
    var fresh = clients.reader("conversation-personas");
    reader = fresh;
    var partitions = new ArrayList<TopicPartition>();
    var topic = PersonaState.CATALOG.topic();
    Objects.requireNonNullElse(fresh.partitionsFor(topic), List.<PartitionInfo>of())
        .forEach(part -> partitions.add(new TopicPartition(topic, part.partition())));
    if (partitions.isEmpty()) {
      disconnect();
      return null;
    }
    fresh.assign(partitions);
    fresh.seekToBeginning(partitions);
    return fresh;
  }

  private void disconnect() {
    if (reader != null) {
      reader.close(CloseOptions.timeout(Duration.ZERO));
      reader = null;
    }
  }

  private static String key(String workspace, String persona) {
    return workspace + "/" + persona;
  }

  @Override
  public void stop() {
    worker.stop(Duration.ofSeconds(2));
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
