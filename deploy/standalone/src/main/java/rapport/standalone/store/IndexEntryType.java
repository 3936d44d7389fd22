package rapport.standalone.store;

import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Index entries on disk: the number of bytes, then each value in BSON. */
final class IndexEntryType extends BasicDataType<IndexEntry> {

  static final IndexEntryType INSTANCE = new IndexEntryType();

  @Override
  public int compare(IndexEntry left, IndexEntry right) {
    return left.compareTo(right);
  }

  @Override
  public int getMemory(IndexEntry entry) {
    return ValueType.memory(entry.values());
  }

  @Override
  public void write(WriteBuffer out, IndexEntry entry) {
    var encoded = Unpooled.buffer(128);
    entry.values().forEach(value -> ValueType.encode(encoded, value));
    out.putVarInt(encoded.readableBytes());
    out.put(encoded.nioBuffer());
  }

  @Override
  public IndexEntry read(ByteBuffer in) {
    var length = DataUtils.readVarInt(in);
    var encoded = Unpooled.wrappedBuffer(in.slice(in.position(), length));
    in.position(in.position() + length);
    var values = new ArrayList<@Nullable Object>();
    while (encoded.isReadable()) {
      values.add(BsonDecoder.decodeValue(encoded.readByte(), encoded));
    }
    return new IndexEntry(values);
  }

  @Override
  public IndexEntry[] createStorage(int size) {
    return new IndexEntry[size];
  }
}
