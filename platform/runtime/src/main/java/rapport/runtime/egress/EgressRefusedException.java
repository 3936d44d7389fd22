package rapport.runtime.egress;

/** An address is not gone to, or what it answers is not taken. */
public final class EgressRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  EgressRefusedException(String code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * Why: {@code bad-address}, {@code unknown-host}, {@code private-address}, {@code
   * too-many-redirects} or {@code too-large}.
   */
  public String code() {
    return code;
  }
}
