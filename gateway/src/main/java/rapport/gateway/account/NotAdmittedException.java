package rapport.gateway.account;

/** A provider vouches for somebody who has nothing to do here. */
public final class NotAdmittedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  NotAdmittedException(String code) {
    super(code, null, false, false);
    this.code = code;
  }

  /**
   * {@code email-not-verified}, {@code address-taken}, {@code no-role} or {@code account-disabled}.
   */
  public String code() {
    return code;
  }
}
