package rapport.standalone.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What the broker is told. Everything a laptop does not need is small.
 *
 * @param directory {@code RAPPORT_BROKER_DIR}: where the topics are kept
 * @param port {@code RAPPORT_BROKER_PORT}: for clients, 9092
 * @param controllerPort {@code RAPPORT_BROKER_CONTROLLER_PORT}: for the node itself, 9093
 */
record BrokerSettings(Path directory, int port, int controllerPort) {

  private static final String HOST = "127.0.0.1";

  static BrokerSettings from(Map<String, String> environment) {
    return new BrokerSettings(
        Path.of(environment.getOrDefault("RAPPORT_BROKER_DIR", "data/broker")),
        port(environment, "RAPPORT_BROKER_PORT", 9092),
        port(environment, "RAPPORT_BROKER_CONTROLLER_PORT", 9093));
  }

  private static int port(Map<String, String> environment, String name, int otherwise) {
    var value = environment.get(name);
    try {
      var port = value == null ? otherwise : Integer.parseInt(value.strip());
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a port, not " + value, e);
    }
    throw new IllegalArgumentException(name + " is from 1 to 65535");
  }

  Path logs() {
    return directory.resolve("log");
  }

  /** Kafka's {@code server.properties}. */
  Properties properties() {
    var properties = new Properties();
    properties.putAll(node());
    properties.putAll(small());
    properties.putAll(quick());
    return properties;
  }

  private Map<String, String> node() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        "1",
        "controller.quorum.voters",
        "1@" + HOST + ":" + controllerPort,
        "controller.listener.names",
        "CONTROLLER",
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort),
        "advertised.listeners",
        "PLAINTEXT://%s:%d".formatted(HOST, port),
        "log.dirs",
        logs().toString(),
        "auto.create.topics.enable",
        "false");
  }

  private static Map<String, String> small() {
    return Map.ofEntries(
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("background.threads", "2"),
        Map.entry("num.recovery.threads.per.data.dir", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.segment.bytes", "4194304"),
        Map.entry("transaction.state.log.num.partitions", "2"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "2"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
        Map.entry("log.segment.bytes", "16777216"),
        Map.entry("log.index.size.max.bytes", "1048576"),
        Map.entry("metadata.log.segment.bytes", "8388608"),
        Map.entry("metadata.max.retention.bytes", "33554432"),
        Map.entry("log.retention.hours", "720"),
        // What an erasure cut off is soon gone from the disk as well.
        Map.entry("log.retention.check.interval.ms", "15000"),
        Map.entry("log.segment.delete.delay.ms", "1000"));
  }

  /** A node that was killed is taken back after two seconds instead of nine. */
  private static Map<String, String> quick() {
    return Map.of(
        "broker.session.timeout.ms", "2000",
        "broker.heartbeat.interval.ms", "500",
        "controller.quorum.election.timeout.ms", "500",
        "controller.quorum.fetch.timeout.ms", "1000",
        "group.initial.rebalance.delay.ms", "0");
  }
}
