package rapport.conversation.understanding.embedded;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/** Measures work by what it allocates, which is the same on a slow machine and on a fast one. */
final class Work {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Work() {}

  /** How many times more work a text four times as long makes: 4 in proportion, 16 when squared. */
  static double growth(String wall, int length, Consumer<String> reading) {
    var whole = wall.repeat(length / wall.length());
    var quarter = wall.repeat(length / wall.length() / 4);
    reading.accept(quarter);
    return (double) allocated(() -> reading.accept(whole))
        / allocated(() -> reading.accept(quarter));
  }

  private static long allocated(Runnable work) {
    var before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
