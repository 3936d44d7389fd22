package rapport.testkit;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/** As a bean of a service, hears what the service asks of its store. */
public final class AskedOfStore implements MongoClientSettingsBuilderCustomizer, CommandListener {
  private static final String PROBE = "probe-";
  private final Queue<String> commands = new ConcurrentLinkedQueue<>();
  private volatile boolean listening;

  @Override
  public void customize(MongoClientSettings.Builder settings) {
    settings.addCommandListener(this);
  }

  void listen() {
    listening = true;
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    if (!listening) {
      return;
    }
    String command = event.getCommand().toString();
    if (command.contains(PROBE)) {
      commands.add(command);
    }
  }

  /** Commands about the probe that do not name the workspace. */
  List<String> unbound(String probe, String workspace) {
    return commands.stream()
        .filter(command -> command.contains(probe) && !command.contains(workspace))
        .toList();
  }
}
