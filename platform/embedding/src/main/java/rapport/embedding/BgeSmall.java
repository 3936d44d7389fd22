package rapport.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * English sentences as 384 numbers, by the quantised bge-small-en-v1.5. It works on the thread that
 * asks and starts none of its own. A text counts with its first 126 word pieces, about a hundred
 * words.
 */
public final class BgeSmall implements Embedder, AutoCloseable {

  /** How many numbers a vector has. */
  public static final int DIMENSION = 384;

  private static final int TOKENS = 128;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece tokenizer;
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  private BgeSmall(OrtEnvironment environment, OrtSession session, WordPiece tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /**
   * Reads the model; that takes more than a second of CPU and 140 MB, so do it once a process and
   * off the start path ({@link LateEmbedder}).
   *
   * @throws EmbeddingUnavailableException when there is no native library for this machine
   */
  public static BgeSmall load() {
    try {
      var tokenizer = new WordPiece(ModelFiles.vocabulary(), TOKENS);
      var environment = NativeLibraries.load();
      environment.setTelemetry(false);
      var model = new BgeSmall(environment, session(environment), tokenizer);
      model.embed("The first one allocates what all others use.");
      return model;
    } catch (IOException | OrtException | LinkageError | IllegalStateException cause) {
      throw new EmbeddingUnavailableException("The embedding model cannot be loaded.", cause);
    }
  }

  private static OrtSession session(OrtEnvironment environment) throws OrtException, IOException {
    try (var options = new OrtSession.SessionOptions();
        var arena = Arena.ofConfined()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return environment.createSession(ModelFiles.network(arena), options);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when it is closed
   */
  @Override
  public float[] embed(String text) {
    var numbers = tokenizer.numbers(text);
    open.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the embedding model is closed");
      }
      return Vectors.unit(firstTokenOf(numbers));
    } catch (OrtException failure) {
      throw new IllegalStateException("the embedding model failed", failure);
    } finally {
      open.readLock().unlock();
    }
  }

  /** The model was trained so that the vector of its start mark stands for the whole text. */
  private float[] firstTokenOf(long[] numbers) throws OrtException {
    var ones = new long[numbers.length];
    Arrays.fill(ones, 1);
    try (var ids = row(numbers);
        var mask = row(ones);
        var kinds = row(new long[numbers.length]);
        var result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", kinds))) {
      var first = new float[DIMENSION];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(first);
      return first;
    }
  }

  private OnnxTensor row(long[] numbers) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
  }

  /** Waits for who is just asking, and frees the model's memory. May be called again. */
  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException failure) {
      throw new IllegalStateException("the embedding model cannot be closed", failure);
    } finally {
      open.writeLock().unlock();
    }
  }
}
