package rapport.integrations.delivery.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.EventTypes.Offered;
import rapport.integrations.delivery.Lane;

/** Webhooks as people see them. */
final class WebhookViews {

  private WebhookViews() {}

  /** The webhooks of the workspace, the oldest first. */
  record WebhookList(List<WebhookView> items) {}

  /** The events there are. */
  record EventTypeList(List<Offered> items) {}

  /**
   * A webhook.
   *
   * @param disabledReason why it was switched off, if not by hand
   * @param secretHints of the secrets messages are signed with, the newest first
   */
  record WebhookView(
      String id,
      String name,
      String url,
      List<String> events,
      boolean enabled,
      @Nullable String disabledReason,
      List<SecretHint> secretHints,
      Health health,
      Instant createdAt,
      Instant changedAt,
      long rev) {

    static WebhookView of(Endpoint endpoint, Lane lane, Instant now) {
      return new WebhookView(
          endpoint.id(),
          endpoint.name(),
          endpoint.url(),
          endpoint.events(),
          endpoint.enabled(),
          endpoint.disabledReason(),
          endpoint.secrets().subList(0, endpoint.valid(now)).stream()
              .map(secret -> new SecretHint(secret.hint(), secret.until()))
              .toList(),
          Health.of(lane, now),
          endpoint.createdAt(),
          endpoint.changedAt(),
          endpoint.rev());
    }
  }

  /**
   * A webhook and its newest secret, which is shown this once.
   *
   * @param secret by Standard Webhooks, begins with {@code whsec_}
   */
  record WebhookWithSecret(WebhookView webhook, String secret) {}

  /**
   * A secret one can tell from others.
   *
   * @param hint its last four characters
   * @param until when it stops being used; none for the newest
   */
  record SecretHint(String hint, @Nullable Instant until) {}

  /**
   * How it has done of late.
   *
   * @param failures in a row
   * @param restsUntil it is left alone until then, because it failed so often
   */
  record Health(int failures, @Nullable Instant restsUntil, @Nullable Instant lastSuccessAt) {

    static Health of(Lane lane, Instant now) {
      var rests = lane.restsUntil();
      return new Health(
          lane.failures(), rests == null || rests.isBefore(now) ? null : rests, lane.lastSuccess());
    }
  }
}
