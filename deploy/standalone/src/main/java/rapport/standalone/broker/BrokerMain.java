package rapport.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Runs the broker until it is told to stop; formats its directory the first time. */
public final class BrokerMain {

  private BrokerMain() {}

  /** Takes no arguments; see {@link BrokerSettings} for what the environment sets. */
  public static void main(String[] args) throws IOException {
    var settings = BrokerSettings.from(System.getenv());
    Files.createDirectories(settings.directory());
    var properties = settings.directory().resolve("server.properties");
    write(settings, properties);
    if (Files.notExists(settings.logs().resolve("meta.properties"))) {
      format(properties);
    }
    Kafka.main(new String[] {properties.toString()});
  }

  private static void write(BrokerSettings settings, Path file) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      settings.properties().store(out, "written at every start");
    }
  }

  private static void format(Path properties) throws IOException {
    // Kafka's own never begin with a dash, which its tool would take for an option.
    var cluster = Uuid.randomUuid().toString();
    var format = new String[] {"format", "-t", cluster, "-c", properties.toString()};
    if (StorageTool.execute(format, System.out) != 0) {
      throw new IOException("Kafka could not format its directory");
    }
  }
}
