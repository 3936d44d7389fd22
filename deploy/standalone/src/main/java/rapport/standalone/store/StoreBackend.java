package rapport.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.netty.channel.local.LocalChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out commands. One that changes anything is written to the journal before it is carried
 * out, and answered when the journal has it; every now and then a checkpoint writes the changed
 * pages to the store file and starts a new journal segment. After a crash the store opens at the
 * last checkpoint and the journal is carried out again.
 */
final class StoreBackend extends AbstractMongoBackend {

  private static final Logger log = LoggerFactory.getLogger(StoreBackend.class);
  private static final String SEGMENT = "segment";

  private static final int PAGE_BYTES = 8 * 1024;

  private static final int RENEWED_BYTES = 8 * 1024 * 1024;

  private final StoreFile file;
  private final MVStore store;
  private final boolean alwaysForce;
  private final MVMap<String, Long> checkpoint;
  private final Journal journal;
  private final Object writing = new Object();
  private final StoredMaps maps;
  private final Wiping wiping;

  StoreBackend(StoreFile file, Path journalDirectory, boolean alwaysForce) throws IOException {
    this.file = file;
    this.store =
        new MVStore.Builder()
            .adoptFileStore(file)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .pageSplitSize(PAGE_BYTES)
            .compress()
            .open();
    store.setRetentionTime(Math.toIntExact(Wiping.READERS.toMillis()));
    store.setVersionsToKeep(0);
    this.alwaysForce = alwaysForce;
    this.wiping = new Wiping(this, journalDirectory.resolveSibling("wipe.request"));
    this.maps = new StoredMaps(store);
    StoredDatabase.names(maps).forEach(this::resolveDatabase);
    this.checkpoint = store.openMap("checkpoint");
    var channel = new LocalChannel();
    this.journal =
        Journal.open(
            journalDirectory,
            checkpoint.getOrDefault(SEGMENT, 1L),
            record -> replay(channel, WriteCommand.decoded(record)));
    handleClose(channel);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoredDatabase(name, maps, getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String name, Document query) {
    var begun = System.nanoTime();
    try {
      if (name.equals("compact")) {
        wiping.ask();
        return new Document("ok", 1.0);
      }
      return WriteCommand.isOne(name, query)
          ? write(channel, database, name, query)
          : super.handleCommand(channel, database, name, Batches.limited(name, query));
    } catch (MongoServerException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      log.error("{} failed", name, e); // the library's own message would show the data
      throw e;
    } finally {
      SlowCommands.tell(database, name, query, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private Document write(Channel channel, String database, String name, Document query) {
    var command = WriteCommand.of(database, query);
    Document answer;
    Journal.Position position;
    synchronized (writing) {
      position = journal.append(command.encoded());
      answer = super.handleCommand(channel, database, name, command.command());
    }
    if (alwaysForce || command.journaled()) {
      journal.force(position);
    }
    return answer;
  }

  /** What a command was refused for the first time, it is refused for again. */
  private void replay(Channel channel, WriteCommand command) {
    try {
      super.handleCommand(channel, command.database(), command.name(), command.command());
    } catch (MongoServerException e) {
      log.debug("refused again: {}", e.getMessage());
    }
  }

  /** Bytes a crash now would have to carry out again. */
  long unsaved() {
    return journal.size();
  }

  /**
   * Bytes of memory that changed pages take until they are saved, roughly. Where ids are as good as
   * random, a small change makes a whole page unsaved.
   */
  long unsavedMemory() {
    return store.getUnsavedMemory();
  }

  /** Brings the store file up to date and lets go of the journal before it. */
  void checkpoint() throws IOException {
    long segment;
    synchronized (writing) {
      if (journal.size() == 0) {
        return;
      }
      segment = journal.rotate();
      checkpoint.put(SEGMENT, segment);
      store.commit();
    }
    store.sync();
    journal.deleteBefore(segment);
  }

  /**
   * Writes the store file, up to date, and the journal that goes with it, which is empty. Writers
   * wait meanwhile, readers do not.
   */
  void copyTo(ZipOutputStream zip) throws IOException {
    synchronized (writing) {
      checkpoint();
      store.getFileStore().backup(zip);
      var segment = checkpoint.getOrDefault(SEGMENT, 1L);
      zip.putNextEntry(new ZipEntry(JournalSegment.path(Path.of("journal"), segment).toString()));
      zip.closeEntry();
    }
  }

  /**
   * Gives back room that old versions take in the file, at most {@code bytes} moved at once. What
   * is written together is in use together: what is left of that is written anew first, and when
   * enough of the file is free, its end is moved to the front. It saves everything, so the journal
   * before it must not be carried out again.
   *
   * @param fillRate from 0 to 100: how much of what was written, and how much of the file, is to be
   *     in use at least
   */
  void compact(int fillRate, int bytes) throws IOException {
    synchronized (writing) {
      if (file.getChunksFillRate() < fillRate || file.getFillRate() < fillRate) {
        checkpoint();
        if (store.compact(fillRate, bytes)) {
          store.commit();
        } else {
          file.compactMoveChunks(fillRate, bytes, store);
        }
      }
    }
  }

  /** Writes every map anew. Writers wait while one is, readers do not. */
  void renew() throws IOException {
    for (var map : maps.all()) {
      synchronized (writing) {
        checkpoint(); // so that what is saved on the way needs no journal
        map.renew(this::saveWhenMuch);
      }
    }
    synchronized (writing) {
      StoredMap.letGo(store);
      save();
    }
  }

  private void saveWhenMuch() {
    if (store.getUnsavedMemory() > RENEWED_BYTES) {
      store.commit();
    }
  }

  /**
   * Writes nothing over all places of the file that are free.
   *
   * @return how many bytes those were
   */
  long wipe() throws IOException {
    synchronized (writing) {
      save();
      save(); // the first finds which places are free from now on, and only the next says so
      var bytes = file.wipe();
      file.sync();
      return bytes;
    }
  }

  private void save() throws IOException {
    checkpoint();
    checkpoint.put(SEGMENT, checkpoint.getOrDefault(SEGMENT, 1L));
    store.commit();
    store.sync();
  }

  /** Goes on with a {@link Wiping} that was asked for. */
  void wipeIfAsked() throws IOException {
    wiping.step();
  }

  @Override
  public void close() {
    super.close();
    try {
      checkpoint();
      journal.close();
    } catch (IOException e) {
      log.warn("closed without a last checkpoint; the journal has everything", e);
    }
    store.close();
  }
}
