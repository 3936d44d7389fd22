package rapport.embedding;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The files of bge-small-en-v1.5 as the model jar has them. */
final class ModelFiles {

  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final int LARGEST = 64 << 20;

  private ModelFiles() {}

  /** The network, outside the heap, so that the heap need not grow for a moment of loading. */
  static ByteBuffer network(Arena arena) throws IOException {
    var url = ModelFiles.class.getResource(MODEL);
    if (url == null) {
      throw new FileNotFoundException(MODEL);
    }
    var connection = url.openConnection();
    var size = connection.getContentLength();
    if (size <= 0 || size > LARGEST) {
      throw new IOException(MODEL + " has " + size + " bytes");
    }
    var buffer = arena.allocate(size).asByteBuffer();
    try (var channel = Channels.newChannel(connection.getInputStream())) {
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
    }
    return buffer.flip();
  }

  /** Every piece and its number. */
  static Map<String, Integer> vocabulary() throws IOException {
    try (var stream = new BufferedInputStream(open(TOKENIZER));
        var json = new JsonFactory().createParser(ObjectReadContext.empty(), stream)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.PROPERTY_NAME && json.currentName().equals("vocab")) {
          return numbers(json);
        }
      }
    }
    throw new IOException(TOKENIZER + " has no vocabulary");
  }

  private static Map<String, Integer> numbers(JsonParser json) {
    var numbers = HashMap.<String, Integer>newHashMap(31_000);
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var piece = json.currentName();
      json.nextToken();
      numbers.put(piece, json.getIntValue());
    }
    return Map.copyOf(numbers);
  }

  private static InputStream open(String name) throws IOException {
    var stream = ModelFiles.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name);
    }
    return stream;
  }
}
