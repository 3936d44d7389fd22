package rapport.profile.acquaintance;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.InteractionDetails;
import rapport.profile.person.Talk;

/** Talks with visitors as interactions of the account they turned out to belong to. */
final class Chats {

  static final String SOURCE = "chat";

  private static final String SUBJECT = "Chat on the website";
  private static final Duration SITTING = Duration.ofDays(1);

  private Chats() {}

  /** The interaction a talk is; none while the visitor said nothing. */
  static Optional<InteractionDetails> interaction(Talk talk, String contact) {
    var at = at(talk);
    return at == null || talk.messages() == 0
        ? Optional.empty()
        : Optional.of(
            new InteractionDetails(
                SOURCE,
                talk.conversation(),
                "chat",
                at,
                "inbound",
                List.of(contact),
                List.of(),
                false,
                null,
                SUBJECT,
                null,
                null,
                null,
                null,
                List.of()));
  }

  /** When it began; of one that goes on for days, the last of them, so that it moves once a day. */
  private static @Nullable Instant at(Talk talk) {
    var began = talk.startedAt();
    var last = talk.lastMessageAt();
    return began == null || last == null || last.isBefore(began.plus(SITTING))
        ? began
        : last.truncatedTo(ChronoUnit.DAYS);
  }
}
