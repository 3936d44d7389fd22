package rapport.standalone.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** How far the processes' heaps may grow: further where the machine, or its container, has more. */
final class Heap {

  /** As much memory as all of them together need without harm to whatever else runs there. */
  private static final long SMALL_MACHINE = 4L << 30;

  private static final int MOST_TIMES = 4;

  private Heap() {}

  /**
   * Options for a process.
   *
   * @param megabytes the most on a small machine; up to four times as much on one with 16 GB
   */
  static List<String> upTo(int megabytes) {
    return upTo(
        megabytes,
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
  }

  /**
   * The same for a machine with so many bytes. A heap begins small everywhere: what is not needed
   * is not taken.
   */
  static List<String> upTo(int megabytes, long machine) {
    var times = Math.clamp(machine / SMALL_MACHINE, 1, MOST_TIMES);
    return List.of("-Xms%dm".formatted(megabytes), "-Xmx%dm".formatted(megabytes * times));
  }
}
