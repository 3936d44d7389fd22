package rapport.gateway.limit;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import rapport.gateway.RawConnection;

/** One kind of attack, made again and again over many connections until it is called off. */
final class Attack {
  private static final Set<Integer> REFUSALS = Set.of(400, 408, 413, 429, 503);
  private static final long DRIP_NANOS = 100_000_000;

  private final String name;
  private final Blow blow;
  private final AtomicLong shed = new AtomicLong();
  private final AtomicLong served = new AtomicLong();

  /** One connection of the attack; true when the gateway got rid of it. */
  @FunctionalInterface
  interface Blow {
    boolean strike(RawConnection connection, AtomicBoolean over) throws IOException;
  }

  Attack(String name, Blow blow) {
    this.name = name;
    this.blow = blow;
  }

  /** Begins, over so many connections at once. */
  void begin(int connections, int port, AtomicBoolean over, ExecutorService threads) {
    for (int n = 0; n < connections; n++) {
      threads.execute(() -> {
        while (!over.get()) {
          strike(port, over);
        }
      });
    }
  }

  long shed() {
    return shed.get();
  }

  @Override
  public String toString() {
    return name + ": " + shed + " shed, " + served + " answered";
  }

  private void strike(int port, AtomicBoolean over) {
    try (var connection = new RawConnection(port)) {
      boolean gone = blow.strike(connection, over);
      if (!over.get()) {
        (gone ? shed : served).incrementAndGet();
      }
    } catch (IOException _) {
      shed.incrementAndGet();
    }
  }

  /** Sends a beginning and then one byte after the other. */
  static Blow dripping(String beginning) {
    return (connection, over) -> {
      connection.send(beginning);
      while (!over.get()) {
        connection.send("x");
        LockSupport.parkNanos(DRIP_NANOS);
      }
      return false;
    };
  }

  /** Sends all of it and looks at the answer. */
  static Blow sending(String head, String body) {
    return (connection, _) -> {
      connection.send(head);
      connection.send(body);
      String answer = connection.readHead();
      return answer.isEmpty() || REFUSALS.contains(status(answer));
    };
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }
}
