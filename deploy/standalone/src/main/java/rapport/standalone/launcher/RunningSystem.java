package rapport.standalone.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Rapport that runs on this machine, as others see it.
 *
 * @param launcher the process that looks after the others
 * @param address where its gateway listens
 */
public record RunningSystem(ProcessHandle launcher, String address) {

  /** How a child says which one it is, on its command line. */
  static final String NAME = "-Drapport.process=";

  /** The one that holds {@code dataDirectory}, if any. */
  public static Optional<RunningSystem> in(Path dataDirectory) {
    return DataDirectory.holder(dataDirectory)
        .filter(_ -> DataDirectory.isHeld(dataDirectory))
        .flatMap(holder ->
            ProcessHandle.of(holder.pid())
                .map(launcher -> new RunningSystem(launcher, holder.address())));
  }

  /** Its processes by name, the launcher among them. */
  public Map<String, ProcessHandle> processes() {
    var named = new TreeMap<String, ProcessHandle>();
    named.put("launcher", launcher);
    launcher
        .children()
        .forEach(child -> name(child.pid()).ifPresent(name -> named.put(name, child)));
    return named;
  }

  /** The command line of one of its processes; empty when it does not run. */
  public List<String> command(String process) {
    return Optional.ofNullable(processes().get(process))
        .map(running -> arguments(running.pid()))
        .orElse(List.of());
  }

  private static Optional<String> name(long pid) {
    return arguments(pid).stream()
        .filter(argument -> argument.startsWith(NAME))
        .map(argument -> argument.substring(NAME.length()))
        .findFirst();
  }

  private static List<String> arguments(long pid) {
    try {
      var line =
          Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
      return Stream.of(line.split("\0")).toList();
    } catch (IOException e) {
      return List.of(); // it has just ended
    }
  }
}
