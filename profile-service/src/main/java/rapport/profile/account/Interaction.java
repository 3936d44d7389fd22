package rapport.profile.account;

import java.time.Instant;

/** An interaction of an account, and whether it is to be forgotten. */
public record Interaction(
    String id, InteractionDetails details, Instant recordedAt, boolean withdrawn) {}
