package rapport.gateway.oidc;

/** Somebody is not signed in. The code is for the page, the message for the log. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  private RefusedException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** What came is not to be believed. */
  static RefusedException refused(String why) {
    return new RefusedException("sign-in-refused", why);
  }

  /** Whoever came back did not set out here, or too long ago. */
  static RefusedException outdated() {
    return new RefusedException("sign-in-outdated", "no sign-in was under way");
  }

  /** The provider, or whoever was there, did not want to. */
  static RefusedException cancelled() {
    return new RefusedException("sign-in-cancelled", "the provider answers with an error");
  }

  static RefusedException notAnswering(Throwable failure) {
    return new RefusedException(
        "provider-not-answering", "it does not answer: " + failure.getClass().getSimpleName());
  }

  String code() {
    return code;
  }
}
