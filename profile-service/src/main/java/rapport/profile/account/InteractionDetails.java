package rapport.profile.account;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that took place between us and people of an account.
 *
 * @param source {@code manual}, {@code salesforce}, {@code slack}, {@code gong}, {@code granola},
 *     {@code email}, {@code supabase}, {@code linkedin}, {@code csv} or {@code chat}
 * @param externalId its id there; with the source it says which interaction this is, so that
 *     telling it twice makes one
 * @param channel {@code meeting}, {@code call}, {@code email}, {@code chat}, {@code message} or
 *     {@code event}
 * @param direction {@code inbound} when they began, {@code outbound} when we did
 * @param contacts those of the account who took part, at most 100
 * @param ourPeople users of ours who took part
 * @param ourExecutive whether one of them is an executive of ours
 * @param sentiment from -1 to 1
 * @param link where it can be read in full
 * @param competitors who was named
 */
public record InteractionDetails(
    String source,
    String externalId,
    String channel,
    Instant at,
    String direction,
    List<String> contacts,
    List<String> ourPeople,
    boolean ourExecutive,
    @Nullable Double sentiment,
    @Nullable String subject,
    @Nullable String summary,
    @Nullable String outcome,
    @Nullable String nextStep,
    @Nullable String link,
    List<Mention> competitors) {

  /** Where interactions come from: a person, the seven sources, a file, our own chat. */
  public static final Set<String> SOURCES =
      words(
          "manual",
          "salesforce",
          "slack",
          "gong",
          "granola",
          "email",
          "supabase",
          "linkedin",
          "csv",
          "chat");

  public static final Set<String> CHANNELS =
      words("meeting", "call", "email", "chat", "message", "event");

  private static final Set<String> DIRECTIONS = words("inbound", "outbound");

  /**
   * A competitor that was named.
   *
   * @param confidence from 0 to 1
   * @param external whether somebody of the account said it
   */
  public record Mention(String name, double confidence, boolean external) {
    public Mention {
      name = Must.text("competitors.name", name, Must.NAME);
      Must.between("competitors.confidence", Double.valueOf(confidence), 0, 1);
    }
  }

  public InteractionDetails {
    source = Must.oneOf("source", source, SOURCES);
    externalId = Must.id("externalId", externalId);
    channel = Must.oneOf("channel", channel, CHANNELS);
    at = Must.be("at", at);
    direction = Must.oneOf("direction", direction, DIRECTIONS);
    contacts = Must.texts("contacts", contacts, 100);
    ourPeople = Must.texts("ourPeople", ourPeople, 100);
    sentiment = Must.between("sentiment", sentiment, -1, 1);
    subject = Must.optional("subject", subject, 500);
    summary = Must.optional("summary", summary, 20_000);
    outcome = Must.optional("outcome", outcome, Must.TEXT);
    nextStep = Must.optional("nextStep", nextStep, Must.TEXT);
    link = link(Must.optional("link", link, 2_000));
    competitors = Must.few("competitors", competitors, 20);
  }

  private static @Nullable String link(@Nullable String link) {
    if (link != null && !link.startsWith("https://") && !link.startsWith("http://")) {
      throw new IllegalArgumentException("link begins with https:// or http://");
    }
    return link;
  }

  private static Set<String> words(String... words) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words)));
  }
}
