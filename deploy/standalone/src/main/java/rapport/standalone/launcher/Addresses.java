package rapport.standalone.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything listens. Chosen once per run, so that a process that is started again is found
 * where it was.
 *
 * @param services port by service name
 * @param store port of the embedded store; null when another MongoDB is used
 * @param broker port of the embedded broker; null when another Kafka is used
 */
record Addresses(
    Map<String, Integer> services,
    @Nullable Integer store,
    @Nullable Integer broker,
    @Nullable Integer controller,
    String mongodbUri,
    String kafkaBootstrap) {

  private static final String HOST = "127.0.0.1";

  static Addresses choose(Options options, Map<String, String> environment) {
    var free = new ArrayList<>(Ports.free(Service.ALL.size() + 3));
    var services = new HashMap<String, Integer>();
    for (var service : Service.ALL) {
      services.put(service.name(), service.isGateway() ? options.port() : free.removeLast());
    }
    var mongodb = environment.get("RAPPORT_MONGODB_URI");
    var kafka = environment.get("RAPPORT_KAFKA_BOOTSTRAP");
    var store = mongodb == null ? free.removeLast() : null;
    var broker = kafka == null ? free.removeLast() : null;
    return new Addresses(
        Map.copyOf(services),
        store,
        broker,
        kafka == null ? free.removeLast() : null,
        mongodb == null ? "mongodb://%s:%d/?retryWrites=false".formatted(HOST, store) : mongodb,
        kafka == null ? HOST + ":" + broker : kafka);
  }

  int port(Service service) {
    return Objects.requireNonNull(services.get(service.name()));
  }

  /** For people and programs that want to look inside: what {@code addresses.properties} says. */
  List<String> lines() {
    return Stream.concat(
            Stream.of("mongodb=" + mongodbUri, "kafka=" + kafkaBootstrap),
            Service.ALL.stream()
                .map(each -> "%s=http://%s:%d".formatted(each.name(), HOST, port(each))))
        .toList();
  }

  /** What tells each service where the others are. */
  Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    for (var service : Service.ALL) {
      environment.put(service.urlVariable(), "http://%s:%d".formatted(HOST, port(service)));
    }
    environment.put("RAPPORT_MONGODB_URI", mongodbUri);
    environment.put("RAPPORT_KAFKA_BOOTSTRAP", kafkaBootstrap);
    return environment;
  }
}
