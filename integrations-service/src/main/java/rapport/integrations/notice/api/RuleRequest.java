package rapport.integrations.notice.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.integrations.automation.definition.Durations;
import rapport.integrations.mail.Texts;
import rapport.integrations.notice.Channel;
import rapport.integrations.notice.Occasion;
import rapport.integrations.notice.Quiet;
import rapport.integrations.notice.Rule;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/**
 * A rule as a person writes it.
 *
 * @param rev it was read at; of no meaning for a new one
 * @param name at most 100 characters
 * @param occasions at least one, such as {@code health-drop}
 * @param channels at least one, at most ten
 * @param every what happens within so long is told together, such as {@code 15m}; {@code 0m}, the
 *     usual, tells at once; a day at most
 * @param locale {@code en}, the usual, {@code de}, {@code es} or {@code ar}
 */
record RuleRequest(
    @Nullable Long rev,
    @Nullable String name,
    @Nullable Boolean enabled,
    @Nullable List<String> occasions,
    @Nullable List<ChannelRequest> channels,
    @Nullable String every,
    @Nullable QuietRequest quiet,
    @Nullable String locale) {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_CHANNELS = 10;
  private static final int MOST_ADDRESSES = 20;
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * Where to.
   *
   * @param kind {@code slack} or {@code email}
   * @param channel of Slack, its id or name
   * @param to addresses of e-mail, at most 20
   */
  record ChannelRequest(
      @Nullable String kind, @Nullable String channel, @Nullable List<String> to) {}

  /**
   * Hours in which nobody is told.
   *
   * @param from such as {@code 20:00}
   * @param to such as {@code 07:00}
   * @param zone such as {@code Europe/Vienna}
   */
  record QuietRequest(@Nullable String from, @Nullable String to, @Nullable String zone) {}

  Rule rule(String id, Instant createdAt, Instant now, long nextRev) {
    var errors = new ArrayList<FieldError>();
    var plain = name == null ? "" : name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      errors.add(error("name", "required", "From 1 to " + LONGEST_NAME + " characters."));
    }
    var known = occasions(errors);
    var all = channels(errors);
    var gathered = Durations.read(every == null ? "0m" : every);
    if (gathered.isEmpty() || gathered.get().compareTo(LONGEST) > 0) {
      errors.add(error("every", "bad-duration", "Such as 15m, and 1d at most."));
    }
    var rest = quiet(errors);
    var language = locale == null ? "en" : locale;
    if (!Texts.LANGUAGES.contains(language)) {
      errors.add(error("locale", "unknown-language", "It is one of " + Texts.LANGUAGES + "."));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Some values cannot be taken.")
          .withErrors(errors);
    }
    return new Rule(
        id,
        plain,
        enabled == null || enabled,
        known,
        all,
        gathered.orElseThrow(),
        rest,
        language,
        createdAt,
        now,
        nextRev);
  }

  private Set<Occasion> occasions(List<FieldError> errors) {
    var known = new LinkedHashSet<Occasion>();
    var given = occasions == null ? List.<String>of() : occasions;
    for (var at = 0; at < given.size(); at++) {
      var occasion = Occasion.of(given.get(at));
      if (occasion.isEmpty()) {
        errors.add(error("occasions[" + at + "]", "unknown-occasion", "There is no such one."));
      }
      occasion.ifPresent(known::add);
    }
    if (given.isEmpty()) {
      errors.add(error("occasions", "required", "At least one."));
    }
    return known;
  }

  private List<Channel> channels(List<FieldError> errors) {
    var all = new ArrayList<Channel>();
    var given = channels == null ? List.<ChannelRequest>of() : channels;
    if (given.isEmpty() || given.size() > MOST_CHANNELS) {
      errors.add(error("channels", "required", "From 1 to " + MOST_CHANNELS + "."));
    }
    for (var at = 0; at < given.size(); at++) {
      var channel = channel(given.get(at));
      if (channel == null) {
        errors.add(
            error(
                "channels[" + at + "]",
                "invalid-channel",
                "slack with a channel, or email with addresses."));
      } else {
        all.add(channel);
      }
    }
    return all;
  }

  private static @Nullable Channel channel(ChannelRequest given) {
    var name = given.channel();
    if ("slack".equals(given.kind()) && name != null && name.strip().matches("\\S{1,80}")) {
      return new Channel.Slack(name.strip());
    }
    var to = given.to();
    return "email".equals(given.kind()) && to != null && areAddresses(to)
        ? new Channel.Email(to)
        : null;
  }

  private static boolean areAddresses(List<String> to) {
    return !to.isEmpty()
        && to.size() <= MOST_ADDRESSES
        && to.stream().allMatch(RuleRequest::isAddress);
  }

  private static boolean isAddress(String text) {
    return text.matches("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}");
  }

  private @Nullable Quiet quiet(List<FieldError> errors) {
    if (quiet == null) {
      return null;
    }
    try {
      return new Quiet(
          LocalTime.parse(String.valueOf(quiet.from())),
          LocalTime.parse(String.valueOf(quiet.to())),
          ZoneId.of(String.valueOf(quiet.zone())));
    } catch (DateTimeException _) {
      errors.add(error("quiet", "bad-hours", "Such as 20:00 to 07:00 in the zone Europe/Vienna."));
      return null;
    }
  }

  private static FieldError error(String path, String code, String detail) {
    return new FieldError(path, code, detail);
  }
}
