package rapport.standalone.bench.bare;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * The least a durable, published turn can cost with what Rapport is built of: read a message,
 * insert one document, send one Kafka record, answer. Documents, records and answers are those of
 * turns that Rapport took before, so they are as long. Nothing is understood, checked or read
 * afterwards.
 */
public final class BareTurn {

  /** What it prints, followed by its address, when it can be used. */
  public static final String LISTENS = "bare turn listens at ";

  private static final String TOPIC = "rapport.bench.turns";
  private static final int EXAMPLES = 500;

  private final MongoCollection<Document> turns;
  private final Producer<String, String> producer;
  private final List<Example> examples;
  private final AtomicInteger next = new AtomicInteger();

  /** A turn as it was taken. */
  private record Example(Document commit, String events, String answer) {
    static Example of(Document commit) {
      var events = new Document("events", commit.get("events")).toJson();
      return new Example(commit, events, commit.getString("answer"));
    }
  }

  /** The body of a request. */
  record Message(String messageId, String text) {}

  private BareTurn(
      MongoCollection<Document> turns, Producer<String, String> producer, List<Example> examples) {
    this.turns = turns;
    this.producer = producer;
    this.examples = examples;
  }

  /**
   * Takes no arguments; RAPPORT_MONGODB_URI and RAPPORT_KAFKA_BOOTSTRAP say where to store and
   * publish.
   */
  public static void main(String[] args) throws Exception {
    var environment = System.getenv();
    var mongo = MongoClients.create(Objects.requireNonNull(environment.get("RAPPORT_MONGODB_URI")));
    var kafka =
        Map.<String, Object>of(
            "bootstrap.servers",
            Objects.requireNonNull(environment.get("RAPPORT_KAFKA_BOOTSTRAP")));
    createTopic(kafka);
    var examples =
        Flux.from(
                mongo
                    .getDatabase("rapport_conversation")
                    .getCollection("commits")
                    .find(Filters.gt("seq", 1))
                    .limit(EXAMPLES))
            .map(Example::of)
            .collectList()
            .block();
    if (examples == null || examples.isEmpty()) {
      throw new IllegalStateException("Rapport took no turns yet that could be imitated");
    }
    var turns =
        mongo
            .getDatabase("rapport_bench")
            .getCollection("turns")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer());
    new BareTurn(turns, producer, examples).serve();
  }

  private static void createTopic(Map<String, Object> kafka) throws Exception {
    try (var admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void serve() {
    var route = RouterFunctions.route(RequestPredicates.POST("/turn"), this::take);
    var server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(route)))
            .bindNow();
    System.out.println(LISTENS + "http://127.0.0.1:" + server.port());
    server.onDispose().block();
  }

  private Mono<ServerResponse> take(ServerRequest request) {
    var example = examples.get(Math.floorMod(next.getAndIncrement(), examples.size()));
    return request
        .bodyToMono(Message.class)
        .flatMap(message -> store(example, message))
        .then(Mono.defer(() -> publish(example)))
        .then(
            Mono.defer(() ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(example.answer())));
  }

  private Mono<Void> store(Example example, Message message) {
    var document =
        new Document(example.commit())
            .append("_id", UUID.randomUUID().toString())
            .append("inputId", message.messageId());
    return Mono.from(turns.insertOne(document)).then();
  }

  private Mono<Void> publish(Example example) {
    return Mono.create(sink -> {
      var _ =
          producer.send(
              new ProducerRecord<>(TOPIC, example.events()),
              (_, failure) -> {
                if (failure == null) {
                  sink.success();
                } else {
                  sink.error(failure);
                }
              });
    });
  }
}
