package rapport.profile.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of an interaction to tell how a relationship is. */
public record Touch(
    String interaction,
    Instant at,
    boolean inbound,
    List<String> contacts,
    boolean executive,
    @Nullable Double sentiment) {

  public Touch {
    contacts = List.copyOf(contacts);
  }
}
