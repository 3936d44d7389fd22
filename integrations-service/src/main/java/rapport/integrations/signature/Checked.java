package rapport.integrations.signature;

/** What became of looking at a signature. */
public enum Checked {
  GENUINE("signed", "The signature is right."),
  UNSIGNED("not-signed", "The request does not carry the signature it needs."),
  STALE("stale", "The signature is too old, or from the future."),
  ALTERED("bad-signature", "The signature does not fit the request.");

  private final String code;
  private final String detail;

  Checked(String code, String detail) {
    this.code = code;
    this.detail = detail;
  }

  /** Kebab-case. */
  public String code() {
    return code;
  }

  /** For people to read; says nothing of secrets. */
  public String detail() {
    return detail;
  }
}
