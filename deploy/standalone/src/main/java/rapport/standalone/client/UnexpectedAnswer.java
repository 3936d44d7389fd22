package rapport.standalone.client;

/** An answer with another status than the caller can use. */
public final class UnexpectedAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  UnexpectedAnswer(String request, int status, String body) {
    super("%s answered %d: %s".formatted(request, status, body));
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether the same request may be answered later: the service is away, busy or full. */
  public boolean isTemporary() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }
}
