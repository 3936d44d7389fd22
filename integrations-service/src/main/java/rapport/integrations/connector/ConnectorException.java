package rapport.integrations.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Another system does not do as asked, and what follows from it. */
public final class ConnectorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What can be done about it. */
  public enum Kind {
    /** A person has to change something, here or over there. */
    REFUSED,
    /** It goes away by waiting. */
    LATER
  }

  /** The code of {@link #unfit}: one record lacks what it must have. */
  public static final String UNFIT = "record-unfit";

  /** Nobody is let in who asks for anything. */
  private static final String CREDENTIALS = "credentials-refused";

  /** More details are not joined: nobody reads on. */
  private static final int ENOUGH = 1_000;

  private final Kind kind;
  private final String code;
  private final @Nullable Duration after;

  private ConnectorException(Kind kind, String code, String detail, @Nullable Duration after) {
    super(detail);
    this.kind = kind;
    this.code = code;
    this.after = after;
  }

  /**
   * A person has to act.
   *
   * @param code kebab-case
   * @param detail what to do, for people to read
   */
  public static ConnectorException refused(String code, String detail) {
    return new ConnectorException(Kind.REFUSED, code, detail, null);
  }

  /**
   * It will go away.
   *
   * @param after how long the other system asks us to wait; none when it does not say
   */
  public static ConnectorException later(String code, String detail, @Nullable Duration after) {
    return new ConnectorException(Kind.LATER, code, detail, after);
  }

  /**
   * One record lacks what it must have; there is nothing wrong with the others.
   *
   * @param detail which one, and what, for people to read
   */
  public static ConnectorException unfit(String detail) {
    return refused(UNFIT, detail);
  }

  /** Whether it is about one record. */
  public boolean isUnfit() {
    return code.equals(UNFIT);
  }

  /** Whether a person has to act, yet something else that is asked for may be granted. */
  public boolean isOfPart() {
    return kind == Kind.REFUSED && !code.equals(CREDENTIALS);
  }

  /** Both, under the code of the first one. */
  public ConnectorException and(ConnectorException other) {
    return detail().contains(other.detail()) || detail().length() > ENOUGH
        ? this
        : new ConnectorException(kind, code, detail() + " " + other.detail(), after);
  }

  public Kind kind() {
    return kind;
  }

  /** Why, kebab-case. */
  public String code() {
    return code;
  }

  /** For people to read. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** How long the other system asks us to wait, if it says. */
  public @Nullable Duration after() {
    return after;
  }
}
