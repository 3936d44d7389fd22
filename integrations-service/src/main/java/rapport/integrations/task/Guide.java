package rapport.integrations.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.task.Task.Change;
import rapport.integrations.task.Task.Item;
import rapport.integrations.task.Task.Priority;
import rapport.integrations.task.Task.State;

/**
 * A guided checklist: six steps that somebody goes through for an account or a person. One that is
 * begun is a task, so it is in the inbox, can be given to somebody, and remembers who did what.
 */
public enum Guide {
  /** What it takes until a new customer is looked after well. */
  NEW_CUSTOMER(
      "new-customer",
      "Set up a new customer",
      "Begin with what is known; each step makes the next one easier.",
      """
      Profile: write down who they are and what they bought
      Research: find out how their business works and which technology they use
      People: note everybody with a say, their role, and who influences whom
      Fit: compare them with the ideal customer and note what does not fit
      Plan: agree on goals, dates, and who of us talks to whom how often
      Timeline: see to it that every conversation is logged from now on
      """),
  /** What keeps an eye on a customer day by day. */
  DAILY(
      "daily",
      "Daily look at a customer",
      "A quarter of an hour. What cannot be done at once becomes a task of its own.",
      """
      News: look at the health and at open alerts
      Timeline: log what was said and written since yesterday
      Deals: move stages and days that are no longer true
      Replies: see who has not answered, and how the mood is
      Next: set the next step and its day
      Team: tell the others what they should know
      """),
  /** What is looked at each quarter. */
  REVIEW(
      "review",
      "Review of an account",
      "Once a quarter, before you talk to them.",
      """
      Health: which factor has cost most since the last review, and why
      Relationships: which levels and departments nobody of us knows
      Deals: what moves, what slips, and what is at risk
      Competition: who else is named there, and what speaks for us
      Growth: which teams or needs we do not serve yet
      Next quarter: three priorities with a name and a day each
      """);

  private final String wire;
  private final String title;
  private final String text;
  private final String steps;

  Guide(String wire, String title, String text, String steps) {
    this.wire = wire;
    this.title = title;
    this.text = text;
    this.steps = steps;
  }

  /** The guide of that name, or nothing when there is none. */
  public static Optional<Guide> of(String wire) {
    return Arrays.stream(values()).filter(guide -> guide.wire.equals(wire)).findFirst();
  }

  /** The guide that a task goes through, or nothing when it is another kind of task. */
  public static Optional<Guide> of(Task task) {
    return Arrays.stream(values())
        .filter(guide -> task.id().startsWith(guide.prefix()))
        .findFirst();
  }

  /** Its name in the API, such as {@code new-customer}. */
  public String wire() {
    return wire;
  }

  public String title() {
    return title;
  }

  public String text() {
    return text;
  }

  /** What there is to do, in order. */
  public List<String> steps() {
    return steps.lines().toList();
  }

  /**
   * A task that goes through it.
   *
   * @param round how often it has been gone through with that subject before; beginning the same
   *     round twice makes one
   */
  public Task begun(
      Subject subject,
      long round,
      @Nullable String assignee,
      @Nullable Instant due,
      String by,
      Instant at) {
    return new Task(
        prefix() + digest(subject) + "-" + round,
        title,
        text,
        steps().stream().map(step -> new Item(step, false)).toList(),
        subject,
        assignee,
        assignee == null ? "success" : null,
        Priority.NORMAL,
        due,
        State.OPEN,
        null,
        List.of(),
        List.of(new Change(at, by, "created", null)));
  }

  private String prefix() {
    return "guide-" + wire + "-";
  }

  private static String digest(Subject subject) {
    try {
      var bytes =
          MessageDigest.getInstance("SHA-256")
              .digest((subject.type() + ":" + subject.id()).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every platform has it
    }
  }
}
