package rapport.runtime.store;

/**
 * The store cannot be reached or did not acknowledge in time; whether a write took place is
 * unknown. At the edge it is 503 {@code store-unavailable}.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreUnavailableException(Throwable cause) {
    super("the store is not available", cause);
  }
}
