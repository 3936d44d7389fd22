package rapport.embedding;

/** This machine cannot run the model, or the model is damaged: there will be no vectors. */
public final class EmbeddingUnavailableException extends RuntimeException {

  EmbeddingUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
