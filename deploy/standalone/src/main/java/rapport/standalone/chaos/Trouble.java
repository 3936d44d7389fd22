package rapport.standalone.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import rapport.standalone.inside.Inside;

/** Does faults to a system that runs on this machine. */
final class Trouble {

  private static final int PATIENCE_SECONDS = 90;
  private static final int LOOK_MILLIS = 50;

  private final PrintStream out;
  private final Inside inside;
  private final Tails tails;
  private final Poison poison;
  private final Set<String> poisoned = new TreeSet<>();
  private volatile boolean topicCut;

  Trouble(PrintStream out, Inside inside, Poison poison, Random random) {
    this.out = out;
    this.inside = inside;
    this.poison = poison;
    this.tails = new Tails(inside.dataDirectory(), random);
  }

  /** The streams that were given poison. */
  Set<String> poisoned() {
    return Set.copyOf(poisoned);
  }

  /** Whether a topic has lost records. */
  boolean topicCut() {
    return topicCut;
  }

  /** Returns when the fault is over; the process may still be on its way back. */
  void make(Fault fault) throws InterruptedException, IOException {
    out.println(
        fault.kind()
            + " "
            + fault.victim()
            + (fault.seconds() > 0 ? " " + fault.seconds() + " s" : ""));
    switch (fault.kind()) {
      case KILL -> end(running(fault.victim()), true);
      case DRAIN -> end(running(fault.victim()), false);
      case STOP -> stop(running(fault.victim()), Duration.ofSeconds(fault.seconds()));
      case STORE_TAIL -> whileNobodyRestarts("store", tails::tearJournal);
      case TOPIC_TAIL -> {
        topicCut = true;
        whileNobodyRestarts("broker", tails::cutTopics);
      }
      case POISON -> poisoned.add(poison.pour());
    }
  }

  /** An effect on files that no process has open. */
  private interface Cut {
    String make() throws IOException, InterruptedException;
  }

  /** The launcher stands still meanwhile, or it would start the process again at once. */
  private void whileNobodyRestarts(String name, Cut cut) throws InterruptedException, IOException {
    var victim = running(name);
    var launcher = inside.system().launcher();
    signal("-STOP", launcher);
    try {
      end(victim, true);
      out.println("  " + cut.make());
    } finally {
      signal("-CONT", launcher);
    }
  }

  private static void stop(ProcessHandle victim, Duration time)
      throws InterruptedException, IOException {
    signal("-STOP", victim);
    try {
      Thread.sleep(time);
    } finally {
      signal("-CONT", victim);
    }
  }

  private static void end(ProcessHandle victim, boolean byForce) throws InterruptedException {
    var _ = byForce ? victim.destroyForcibly() : victim.destroy();
    var until = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
    while (victim.isAlive() && !isUnburied(victim)) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("process " + victim.pid() + " does not end");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** It has ended, but its parent stands still and has not noticed. */
  private static boolean isUnburied(ProcessHandle victim) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(victim.pid()), "stat"));
      return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return false; // there is no such file: it is gone, or this is no Linux
    }
  }

  /**
   * Keeps the broker away: its port is taken, and who connects is sent away.
   *
   * @return how long it took from giving the port back until the broker listened again
   */
  Duration withoutBroker(Duration time) throws InterruptedException, IOException {
    var address = URI.create("kafka://" + inside.kafkaBootstrap());
    var port = new InetSocketAddress(InetAddress.getByName(address.getHost()), address.getPort());
    out.println("the broker is away for " + time.toSeconds() + " s");
    try (var held = new ServerSocket()) {
      held.setReuseAddress(true);
      whileNobodyRestarts(
          "broker",
          () -> {
            take(port, held);
            return "its port is taken";
          });
      Thread.ofVirtual().start(() -> refuse(held));
      Thread.sleep(time);
    }
    var begun = System.nanoTime();
    while (!listens(port)) {
      Thread.sleep(LOOK_MILLIS);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** The system closes a killed process's sockets a little later than it says that it ended. */
  private static void take(InetSocketAddress port, ServerSocket with)
      throws IOException, InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
    while (!with.isBound()) {
      try {
        with.bind(port);
      } catch (BindException e) {
        if (System.nanoTime() > until) {
          throw e;
        }
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private static void refuse(ServerSocket held) {
    while (!held.isClosed()) {
      try {
        held.accept().close();
      } catch (IOException e) {
        return; // the port is given back
      }
    }
  }

  private static boolean listens(InetSocketAddress address) {
    try (var socket = new Socket()) {
      socket.connect(address, 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The process of that name, waited for when it is on its way back. */
  private ProcessHandle running(String name) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
    while (System.nanoTime() < until) {
      var process =
          Optional.ofNullable(inside.processes().get(name)).filter(ProcessHandle::isAlive);
      if (process.isPresent()) {
        return process.get();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IllegalStateException(name + " does not come back");
  }

  private static void signal(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start();
    if (kill.waitFor() != 0 && process.isAlive()) {
      throw new IOException("cannot send " + signal + " to process " + process.pid());
    }
  }
}
