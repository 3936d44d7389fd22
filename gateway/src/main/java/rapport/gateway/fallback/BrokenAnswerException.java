package rapport.gateway.fallback;

/**
 * An answer that began and cannot be ended properly; its connection is closed instead. It has no
 * cause on purpose, see {@link BrokenAnswers}.
 */
public final class BrokenAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BrokenAnswerException(String how) {
    super(how, null, false, false);
  }
}
