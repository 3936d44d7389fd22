package rapport.integrations.outbound;

import java.time.Duration;

/** What became of a {@link Message}. */
public sealed interface Outcome {

  /**
   * The other system has it.
   *
   * @param connection it went through
   * @param remoteId what it is called over there
   * @param repeated whether it had been there already, from an earlier try
   */
  record Done(String connection, String remoteId, boolean repeated) implements Outcome {}

  /**
   * Not now. It may be tried again with the same key.
   *
   * @param after how long to wait
   * @param code why, kebab-case
   * @param detail for people to read
   */
  record Later(Duration after, String code, String detail) implements Outcome {}

  /**
   * Not at all, unless somebody changes something.
   *
   * @param code why, kebab-case, such as {@code no-connection} or {@code credentials-refused}
   * @param detail for people to read
   */
  record Refused(String code, String detail) implements Outcome {}
}
