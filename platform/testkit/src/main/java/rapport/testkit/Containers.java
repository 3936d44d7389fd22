package rapport.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * A real MongoDB and a real Kafka in containers, in place of those in this process: for {@code mvn
 * -Pcontainers verify}, which brings Testcontainers along. They end with the test process.
 */
final class Containers {

  private static final String MONGODB = "mongo:8.0";
  private static final String KAFKA = "apache/kafka:4.2.1";

  private Containers() {}

  /** Whether tests are to have them. */
  static boolean areWanted() {
    return Boolean.getBoolean("rapport.testkit.containers");
  }

  /** Starts a replica set of one; its URI. */
  static String mongodb() {
    requireDocker();
    var mongodb = new MongoDBContainer(MONGODB).withReplicaSet();
    mongodb.start();
    return mongodb.getConnectionString();
  }

  /** Starts a broker; its address. */
  static String kafka() {
    requireDocker();
    var kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    kafka.start();
    return kafka.getBootstrapServers();
  }

  private static void requireDocker() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "The profile \"containers\" needs a Docker engine, and none answers. Without the profile"
              + " the same tests run on a store and a broker in their own process.");
    }
  }
}
