package rapport.integrations.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is delivered, the same with every try. */
public sealed interface Parcel {

  Destination destination();

  /**
   * The body of a webhook.
   *
   * @param endpoint the webhook's id
   * @param body JSON as it is sent, to the byte
   */
  record Hook(String endpoint, String body) implements Parcel {
    @Override
    public Destination destination() {
      return new Destination(Destination.Kind.WEBHOOK, endpoint);
    }
  }

  /**
   * Words in a channel.
   *
   * @param connection of Slack; none means the only one there is
   */
  record Chat(@Nullable String connection, String channel, String text) implements Parcel {
    @Override
    public Destination destination() {
      return new Destination(Destination.Kind.SLACK, channel);
    }
  }

  /** An e-mail. */
  record Mail(List<String> to, String subject, String text, @Nullable String html)
      implements Parcel {
    public Mail {
      to = List.copyOf(to);
    }

    @Override
    public Destination destination() {
      return new Destination(Destination.Kind.EMAIL, "smtp");
    }
  }
}
