package rapport.standalone.store;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Any BSON value, in BSON's own encoding and MongoDB's order. Keys and documents are kept so. */
class ValueType extends BasicDataType<Object> {

  private static final int OBJECT = 24;

  static final ValueType INSTANCE = new ValueType();

  @Override
  public int compare(Object left, Object right) {
    return order(left, right);
  }

  /**
   * Nearly everything that is compared is text, and the general way takes several times as long.
   */
  static int order(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String first && right instanceof String second) {
      return first.compareTo(second);
    }
    return ValueComparator.ascWithoutListHandling().compare(left, right);
  }

  @Override
  public int getMemory(Object value) {
    return memory(value);
  }

  /** A rough figure in bytes, cheap to get; it decides when a page is split. */
  static int memory(@Nullable Object value) {
    return switch (value) {
      case null -> OBJECT;
      case String text -> OBJECT + 24 + text.length();
      case Map<?, ?> map -> {
        var sum = 2 * OBJECT;
        for (var entry : map.entrySet()) {
          sum += 32 + memory(entry.getKey()) + memory(entry.getValue());
        }
        yield sum;
      }
      case Collection<?> values -> {
        var sum = 2 * OBJECT;
        for (var each : values) {
          sum += memory(each);
        }
        yield sum;
      }
      default -> OBJECT;
    };
  }

  @Override
  public void write(WriteBuffer out, Object value) {
    var encoded = Unpooled.buffer(256);
    encode(encoded, value);
    out.putVarInt(encoded.readableBytes());
    out.put(encoded.nioBuffer());
  }

  static void encode(ByteBuf out, @Nullable Object value) {
    var type = BsonEncoder.determineType(value);
    out.writeByte(type);
    BsonEncoder.encodeValue(type, value, out);
  }

  @Override
  public Object read(ByteBuffer in) {
    var length = DataUtils.readVarInt(in);
    var encoded = Unpooled.wrappedBuffer(in.slice(in.position(), length));
    in.position(in.position() + length);
    return BsonDecoder.decodeValue(encoded.readByte(), encoded);
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
