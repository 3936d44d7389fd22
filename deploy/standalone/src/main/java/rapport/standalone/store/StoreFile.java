package rapport.standalone.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/**
 * The file of the store. A place in it that is given free keeps what stood there until something
 * else is written over it, which may never happen: {@link #wipe} writes nothing over it.
 */
final class StoreFile extends SingleFileStore {

  private static final int BLOCK = 4096; // as the library divides its files
  private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(BLOCK);

  /** Blocks that stood for something since they were last wiped. */
  private final BitSet used = new BitSet();

  StoreFile(Path file, int cacheMegabytes) {
    super(Map.of("cacheSize", cacheMegabytes));
    open(file.toString(), false, null);
    used.set(0, blocks(size()));
  }

  @Override
  protected void writeFully(SFChunk chunk, long pos, ByteBuffer src) {
    used.set(blocks(pos), blocks(pos + src.remaining() + BLOCK - 1));
    super.writeFully(chunk, pos, src);
  }

  /**
   * Writes nothing over every place that is free. To be called when what the file says of its
   * places is on the disk, and while nobody writes.
   *
   * @return how many bytes were wiped
   */
  long wipe() {
    saveChunkLock.lock();
    try {
      var wiped = 0L;
      var end = blocks(size());
      for (var block = used.nextSetBit(0); block >= 0 && block < end; ) {
        var pos = (long) block * BLOCK;
        if (freeSpace.isFree(pos, BLOCK)) {
          super.writeFully(null, pos, NOTHING.duplicate());
          used.clear(block);
          wiped += BLOCK;
        }
        block = used.nextSetBit(block + 1);
      }
      used.clear(end, Math.max(end, used.length()));
      return wiped;
    } finally {
      saveChunkLock.unlock();
    }
  }

  private static int blocks(long bytes) {
    return Math.toIntExact(bytes / BLOCK);
  }
}
