package rapport.profile.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal;

/** An account to which things happen: given what was, when something is decided, then. */
public final class AccountStory {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final Source ADA = new Source(Source.MANUAL, "ada", NOW);

  private AccountState state = AccountState.NONE;
  private List<AccountSignal> told = new ArrayList<>();

  /** An account called Mill. */
  public static AccountStory mill() {
    var story = new AccountStory();
    story.then(Decide.create(story.state, "a-1", details("Mill"), null, null, Map.of(), ADA), NOW);
    return story;
  }

  public static AccountDetails details(String name) {
    return new AccountDetails(
        name, null, null, null, null, null, null, null, null, null, null, null, List.of(),
        List.of(), List.of());
  }

  public static ContactDetails person(
      String name, @Nullable String level, @Nullable String department, String... roles) {
    return new ContactDetails(
        name, null, null, null, department, level, List.of(roles), List.of(), null, null, null);
  }

  public static Contact contact(String id, ContactDetails details) {
    return new Contact(id, 1, details, Source.MANUAL, null, null, null, NOW, NOW, Map.of());
  }

  public AccountStory with(String id, @Nullable String level, String department, String... roles) {
    return then(Decide.addContact(state, contact(id, person(id, level, department, roles))), NOW);
  }

  /** So many days ago they met; positive sentiment is good. */
  public AccountStory met(
      int daysAgo, boolean inbound, @Nullable Double sentiment, String... contacts) {
    var at = NOW.minus(Duration.ofDays(daysAgo));
    var id = "i-" + state.touches().size() + "-" + daysAgo;
    return then(
        Decide.log(state, null, id, meeting(id, at, inbound, sentiment, contacts), NOW), NOW);
  }

  public static InteractionDetails meeting(
      String id, Instant at, boolean inbound, @Nullable Double sentiment, String... contacts) {
    return new InteractionDetails(
        "manual",
        id,
        "meeting",
        at,
        inbound ? "inbound" : "outbound",
        List.of(contacts),
        List.of(),
        false,
        sentiment,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  /** Takes what was decided. */
  public AccountStory then(List<Change> changes, Instant at) {
    told = Signals.of(state, changes, "ada", at);
    for (var change : changes) {
      state = state.with(change);
    }
    return this;
  }

  public AccountState state() {
    return state;
  }

  /** What the last decision told. */
  public List<AccountSignal> told() {
    return told;
  }
}
