package rapport.integrations.connector;

/**
 * What the other system lets us ask for.
 *
 * @param left requests that are left
 * @param limit of how many
 */
public record Budget(long left, long limit) {

  /** Whether so little is left that people over there may need it themselves. */
  public boolean isSpent(double reserve) {
    return left <= limit * reserve;
  }
}
