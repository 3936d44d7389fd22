package rapport.integrations.notice;

import java.util.List;

/** Where people are told. */
public sealed interface Channel {

  /** Its name among the channels of a rule. */
  String key();

  /** A channel of Slack, by its id or name. */
  record Slack(String channel) implements Channel {
    @Override
    public String key() {
      return "slack:" + channel;
    }
  }

  /** E-mail to some addresses, all in one. */
  record Email(List<String> to) implements Channel {
    public Email {
      to = List.copyOf(to);
    }

    @Override
    public String key() {
      return "email:" + String.join(",", to);
    }
  }
}
