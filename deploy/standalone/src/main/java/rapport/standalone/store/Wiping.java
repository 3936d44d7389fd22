package rapport.standalone.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves nothing in the store file of what was removed, when a client asks for it by the command
 * {@code compact}: first everything is written anew, then, when no reader can be in the old places
 * any more, nothing is written over those.
 */
final class Wiping {

  /** By then whoever read the maps as they were has come to the end. */
  static final Duration READERS = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Wiping.class);

  private final StoreBackend backend;
  private final Path request;
  private boolean again;
  private boolean underWay;
  private long renewed;

  /**
   * @param request a file that is there from when it is asked for until it is done, so that a crash
   *     forgets nothing
   */
  Wiping(StoreBackend backend, Path request) {
    this.backend = backend;
    this.request = request;
  }

  /** The next steps will do it. May be asked while one is under way: another follows. */
  synchronized void ask() throws IOException {
    again = true;
    try {
      Files.createFile(request);
    } catch (FileAlreadyExistsException e) {
      log.debug("asked before");
    }
  }

  /** Does what is due now. */
  void step() throws IOException {
    if (underWay) {
      if (System.nanoTime() - renewed > READERS.toNanos()) {
        underWay = false;
        log.info("{} bytes of the store file wiped", backend.wipe());
        end();
      }
    } else if (Files.exists(request)) {
      begin();
      backend.renew();
      underWay = true;
      renewed = System.nanoTime();
    }
  }

  private synchronized void begin() {
    again = false;
  }

  private synchronized void end() throws IOException {
    if (!again) {
      Files.deleteIfExists(request);
    }
  }
}
