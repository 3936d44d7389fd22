package rapport.integrations.connector;

import org.jspecify.annotations.Nullable;

/**
 * What credentials are good for.
 *
 * @param found who we are over there, for people to read
 * @param account which of the other system's accounts that is, the same for all credentials of it;
 *     none where the other system does not tell
 */
public record SignedIn(String found, @Nullable String account) {}
