package rapport.integrations.notice.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.integrations.notice.Channel;
import rapport.integrations.notice.Occasion;
import rapport.integrations.notice.Rule;

/**
 * A rule as people see it.
 *
 * @param every what happens within so long is told together, in minutes such as {@code 15m}
 */
record RuleView(
    String id,
    String name,
    boolean enabled,
    List<String> occasions,
    List<ChannelView> channels,
    String every,
    @Nullable QuietView quiet,
    String locale,
    Instant createdAt,
    Instant changedAt,
    long rev) {

  /** Where to: {@code slack} has a channel, {@code email} has addresses. */
  record ChannelView(String kind, @Nullable String channel, @Nullable List<String> to) {

    static ChannelView of(Channel channel) {
      return switch (channel) {
        case Channel.Slack(var name) -> new ChannelView("slack", name, null);
        case Channel.Email(var to) -> new ChannelView("email", null, to);
      };
    }
  }

  /** Hours in which nobody is told. */
  record QuietView(String from, String to, String zone) {}

  static RuleView of(Rule rule) {
    var quiet = rule.quiet();
    return new RuleView(
        rule.id(),
        rule.name(),
        rule.enabled(),
        rule.occasions().stream().sorted().map(Occasion::wire).toList(),
        rule.channels().stream().map(ChannelView::of).toList(),
        rule.every().toMinutes() + "m",
        quiet == null
            ? null
            : new QuietView(quiet.from().toString(), quiet.to().toString(), quiet.zone().getId()),
        rule.locale(),
        rule.createdAt(),
        rule.changedAt(),
        rule.rev());
  }
}
