package rapport.standalone.launcher;

import java.nio.file.Path;

/** Prints the memory of a running Rapport, process by process. */
public final class Measure {

  private Measure() {}

  /**
   * @param args the data directory
   */
  public static void main(String[] args) {
    var running = RunningSystem.in(Path.of(args[0]).toAbsolutePath());
    if (running.isEmpty()) {
      System.out.println("Rapport is not running in " + args[0] + ".");
      System.exit(1);
    }
    var sum = Memory.NONE;
    for (var process : running.get().processes().entrySet()) {
      var memory = Memory.of(process.getValue().pid()).orElse(Memory.NONE);
      System.out.printf("  %-26s %s%n", process.getKey(), memory.megabytes());
      sum = sum.plus(memory);
    }
    System.out.printf("  %-26s %s%n", "all together", sum.megabytes());
  }
}
