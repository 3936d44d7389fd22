package rapport.standalone.sample;

/** The sample cannot be loaded there; the message says why and what to do. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
