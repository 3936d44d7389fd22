package rapport.integrations.delivery.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rapport.integrations.delivery.Attempt;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Parcel;

/**
 * A delivery as people see it.
 *
 * @param messageId what the other side knows it by
 * @param type of the event, or what else it is
 * @param state {@code waiting}, {@code done}, or {@code dead}: given up
 * @param tries since it was created or replayed
 * @param due when it is tried next
 * @param reason why it was given up, or is not there yet
 * @param attempts the last twenty, the latest last
 * @param content what is or was delivered; for administrators alone
 */
record DeliveryView(
    String id,
    String messageId,
    String type,
    To destination,
    String state,
    int tries,
    Instant createdAt,
    @Nullable Instant due,
    @Nullable Instant doneAt,
    @Nullable String reason,
    List<Try> attempts,
    @Nullable String content) {

  /**
   * Where to.
   *
   * @param kind {@code webhook}, {@code slack} or {@code email}
   * @param id of the webhook; the channel; of e-mails the mail server
   * @param label for people to read
   */
  record To(String kind, String id, String label) {}

  /**
   * One try.
   *
   * @param outcome {@code done} or {@code failed}
   * @param status what the other side answered, where answers have numbers
   */
  record Try(Instant at, long millis, String outcome, @Nullable Integer status, String detail) {

    static Try of(Attempt attempt) {
      return new Try(
          attempt.at(),
          attempt.took().toMillis(),
          attempt.result() instanceof Result.Done ? "done" : "failed",
          attempt.status(),
          attempt.detail());
    }
  }

  static DeliveryView of(Delivery delivery, boolean withContent) {
    var destination = delivery.parcel().destination();
    return new DeliveryView(
        delivery.id(),
        delivery.messageId(),
        delivery.type(),
        new To(destination.kind().wire(), destination.id(), delivery.label()),
        delivery.state().name().toLowerCase(Locale.ROOT),
        delivery.tries(),
        delivery.createdAt(),
        delivery.due(),
        delivery.doneAt(),
        delivery.reason(),
        delivery.attempts().stream().map(Try::of).toList(),
        withContent ? content(delivery.parcel()) : null);
  }

  private static String content(Parcel parcel) {
    return switch (parcel) {
      case Parcel.Hook(_, var body) -> body;
      case Parcel.Chat(_, _, var text) -> text;
      case Parcel.Mail(_, var subject, var text, _) -> subject + "\n\n" + text;
    };
  }
}
