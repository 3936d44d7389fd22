package rapport.profile.account.linkedin;

/** A file that cannot be taken. */
public final class Unfit extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  Unfit(String code, String detail) {
    super(detail);
    this.code = code;
  }

  /** {@code not-readable}, {@code no-connections}, {@code too-large} or {@code too-many}. */
  public String code() {
    return code;
  }

  /** For people to read. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
