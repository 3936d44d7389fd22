package rapport.standalone.launcher;

import java.io.IOException;
import java.time.Duration;

/** Warns when the disk is getting full, and says when there is room again. */
final class DiskWatch {

  private static final Duration LOOK = Duration.ofSeconds(10);

  private final DataDirectory data;
  private final long leastMegabytes;
  private final Progress progress;
  private boolean warned;

  DiskWatch(DataDirectory data, long leastMegabytes, Progress progress) {
    this.data = data;
    this.leastMegabytes = leastMegabytes;
    this.progress = progress;
  }

  /**
   * @throws UserError when there is too little room to begin
   */
  void requireRoom() throws IOException {
    var free = data.freeMegabytes();
    if (free < leastMegabytes) {
      throw new UserError(
          "Only %d MB are free on the disk of %s; Rapport wants %d MB. Make room, choose another disk with --data-dir, or set RAPPORT_MIN_FREE_MB."
              .formatted(free, data.path(""), leastMegabytes));
    }
  }

  void begin() {
    Thread.ofPlatform().name("disk").daemon().start(this::run);
  }

  private void run() {
    try {
      while (true) {
        look();
        Thread.sleep(LOOK);
      }
    } catch (IOException e) {
      progress.say("Free disk space is not known any more: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void look() throws IOException {
    var free = data.freeMegabytes();
    if (free < leastMegabytes && !warned) {
      progress.say(
          "WARNING: only %d MB are free on the disk of %s. Make room: a full disk stops the broker and the store."
              .formatted(free, data.path("")));
      warned = true;
    } else if (free >= leastMegabytes && warned) {
      progress.say("There is room on the disk again: %d MB.".formatted(free));
      warned = false;
    }
  }
}
