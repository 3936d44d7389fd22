package rapport.standalone.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running store: opened, recovered, listening, with its checkpoints. */
final class Store implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Store.class);
  private static final int FILL_RATE = 50;
  private static final int COMPACT_BYTES = 1024 * 1024;

  private final MongoServer server;
  private final Checkpoints checkpoints;
  private final InetSocketAddress address;

  private Store(MongoServer server, Checkpoints checkpoints, InetSocketAddress address) {
    this.server = server;
    this.checkpoints = checkpoints;
    this.address = address;
  }

  /** Opens the data, carries out what a crash left in the journal, and listens. */
  static Store open(StoreSettings settings) throws IOException {
    var started = System.nanoTime();
    Files.createDirectories(settings.directory());
    var file = new StoreFile(settings.directory().resolve("store.mv"), settings.cacheMegabytes());
    var backend =
        new StoreBackend(file, settings.directory().resolve("journal"), settings.alwaysForce());
    backend.checkpoint();
    var server = new MongoServer(backend);
    server.bind(new InetSocketAddress(settings.bind(), settings.port()), 1, settings.threads());
    var address = server.getLocalAddress();
    log.info("store ready on {} after {} ms", address, (System.nanoTime() - started) / 1_000_000);
    return new Store(server, Checkpoints.start(backend, settings), address);
  }

  int port() {
    return address.getPort();
  }

  @Override
  public void close() {
    checkpoints.close();
    server.shutdownNow();
  }

  /** Saves in the background: after a while, or when the journal or what is unsaved has grown. */
  private static final class Checkpoints implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final StoreBackend backend;
    private final StoreSettings settings;
    private final Snapshots snapshots;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Checkpoints(StoreBackend backend, StoreSettings settings) {
      this.backend = backend;
      this.settings = settings;
      this.snapshots = new Snapshots(backend, settings.directory());
      this.thread = Thread.ofPlatform().name("checkpoints").daemon().unstarted(this::run);
    }

    static Checkpoints start(StoreBackend backend, StoreSettings settings) {
      var checkpoints = new Checkpoints(backend, settings);
      checkpoints.thread.start();
      return checkpoints;
    }

    private void run() {
      var last = System.nanoTime();
      while (waitALittle()) {
        snapshots.takeIfAsked();
        orStop(backend::wipeIfAsked);
        var due = System.nanoTime() - last > settings.checkpointEvery().toNanos();
        if (due
            || backend.unsaved() > settings.checkpointBytes()
            || backend.unsavedMemory() > settings.checkpointBytes()) {
          orStop(() -> {
            backend.checkpoint();
            backend.compact(FILL_RATE, COMPACT_BYTES);
          });
          last = System.nanoTime();
        }
      }
    }

    private boolean waitALittle() {
      try {
        return !closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return false;
      }
    }

    private interface Writing {
      void run() throws IOException;
    }

    private static void orStop(Writing writing) {
      try {
        writing.run();
      } catch (IOException | RuntimeException e) {
        // Everything confirmed is in the journal: starting again is safe, going on is not.
        log.error("the store file cannot be written; stopping", e);
        Runtime.getRuntime().halt(71);
      }
    }

    @Override
    public void close() {
      closed.countDown();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
