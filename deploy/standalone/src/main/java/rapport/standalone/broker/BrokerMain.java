package rapport.standalone.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import kafka.Kafka;
import kafka.tools.StorageTool;

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
    var format = new String[] {"format", "-t", clusterId(), "-c", properties.toString()};
    if (StorageTool.execute(format, System.out) != 0) {
      throw new IOException("Kafka could not format its directory");
    }
  }

  private static String clusterId() {
    var id = UUID.randomUUID();
    var bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
