package rapport.integrations.connector;

/** What a request of another system turned out to be. */
public sealed interface HookAnswer {

  /**
   * It tells something, which is worked off later.
   *
   * @param id of what it tells, the same each time it is told again
   * @param body to be worked off
   * @param signature what only this one sending has, time and all; empty when sendings of the same
   *     cannot be told apart
   */
  record News(String id, String body, String signature) implements HookAnswer {}

  /** It wants to know whether somebody is here, and is to be answered with that text. */
  record Challenge(String text) implements HookAnswer {}

  /** It is genuine and none of our business. */
  record Ignored() implements HookAnswer {}

  /**
   * It is not from whom it says, or not as it was sent.
   *
   * @param code kebab-case, such as {@code bad-signature} or {@code stale}
   * @param detail for people to read; says nothing of secrets
   */
  record Refused(String code, String detail) implements HookAnswer {}
}
