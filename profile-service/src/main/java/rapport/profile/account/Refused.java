package rapport.profile.account;

/** What was asked for is well-formed and cannot be. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String detail;

  /**
   * @param code stable, kebab-case
   * @param detail for people
   */
  public Refused(String code, String detail) {
    super(detail, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }
}
