package rapport.profile.person;

import java.time.Instant;

/** A person is the same as another one: whose id stands for both, who said so, and when. */
public record Link(String into, Editor editor, Instant at) {}
