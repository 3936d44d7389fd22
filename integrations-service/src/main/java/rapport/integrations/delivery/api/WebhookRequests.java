package rapport.integrations.delivery.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.integrations.automation.definition.Durations;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.EventTypes;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/** What is asked of webhooks; each is checked before it is done. */
final class WebhookRequests {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_URL = 2_000;
  private static final Duration USUAL_KEEP = Duration.ofDays(1);
  private static final Duration LONGEST_KEEP = Duration.ofDays(7);

  private WebhookRequests() {}

  /**
   * A webhook to call.
   *
   * @param url with http or https, at most 2,000 characters
   * @param name for people, at most 100 characters; the host by default
   * @param events types of event, at least one
   */
  record New(@Nullable String url, @Nullable String name, @Nullable List<String> events) {

    Checked checked() {
      return check(url, name, events);
    }
  }

  /**
   * A change; what is not there stays as it is.
   *
   * @param rev the webhook was read at
   */
  record Change(
      long rev,
      @Nullable String url,
      @Nullable String name,
      @Nullable List<String> events,
      @Nullable Boolean enabled) {

    Endpoint applied(Endpoint before, Instant now) {
      var checked =
          check(
              Objects.requireNonNullElse(url, before.url()),
              Objects.requireNonNullElse(name, before.name()),
              Objects.requireNonNullElse(events, before.events()));
      var on = enabled == null ? before.enabled() : enabled;
      return before.with(
          checked.name(),
          checked.url(),
          checked.events(),
          on,
          on || enabled != null ? null : before.disabledReason(),
          now);
    }
  }

  /**
   * A new secret.
   *
   * @param rev the webhook was read at
   * @param keepOldFor how long messages are signed with the old one, too, such as {@code 24h}; a
   *     day by default, seven at most, {@code 0s} for not at all
   */
  record Rotate(long rev, @Nullable String keepOldFor) {

    Duration keep() {
      if (keepOldFor == null) {
        return USUAL_KEEP;
      }
      return Durations.read(keepOldFor)
          .filter(keep -> keep.compareTo(LONGEST_KEEP) <= 0)
          .orElseThrow(() ->
              invalid(
                  List.of(
                      new FieldError(
                          "keepOldFor", "bad-duration", "Such as 24h, and 7d at most."))));
    }
  }

  /** What a webhook is to be like. */
  record Checked(String url, String name, List<String> events) {}

  private static Checked check(
      @Nullable String url, @Nullable String name, @Nullable List<String> events) {
    var errors = new ArrayList<FieldError>();
    var host = host(url);
    if (url == null || host == null || url.length() > LONGEST_URL) {
      errors.add(
          new FieldError("url", "bad-address", "An http or https address without user names."));
    }
    var plain = name == null || name.isBlank() ? String.valueOf(host) : name.strip();
    if (plain.length() > LONGEST_NAME) {
      errors.add(new FieldError("name", "too-long", "At most " + LONGEST_NAME + " characters."));
    }
    var wanted = events == null ? List.<String>of() : events.stream().distinct().toList();
    if (wanted.isEmpty()) {
      errors.add(new FieldError("events", "required", "At least one type of event."));
    }
    for (var at = 0; at < wanted.size(); at++) {
      if (!EventTypes.contains(wanted.get(at))) {
        errors.add(
            new FieldError("events[" + at + "]", "unknown-event", "There is no such event."));
      }
    }
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
    return new Checked(String.valueOf(url), plain, wanted);
  }

  private static @Nullable String host(@Nullable String url) {
    try {
      var uri = new URI(url == null ? "" : url);
      var web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getRawUserInfo() == null ? uri.getHost() : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  static Problem invalid(List<FieldError> errors) {
    return Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Some values cannot be taken.")
        .withErrors(errors);
  }
}
