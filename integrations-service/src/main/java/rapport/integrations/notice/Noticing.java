package rapport.integrations.notice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.contracts.Envelope;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.AlertCleared;
import rapport.contracts.HealthEvent.AlertOpened;
import rapport.contracts.LeadChange.LeadLost;
import rapport.contracts.LeadChange.LeadOpened;
import rapport.contracts.LeadChange.LeadWon;
import rapport.contracts.LeadEvent;

/** Which events are something to be told of. */
public final class Noticing {

  private Noticing() {}

  /** What the event is to be told as; empty when nobody can ask for it. */
  public static Optional<Notice> of(Envelope<?> envelope) {
    return switch (envelope.event()) {
      case HealthEvent event -> health(envelope, event);
      case LeadEvent event -> lead(envelope, event);
      default -> Optional.empty();
    };
  }

  private static Optional<Notice> health(Envelope<?> envelope, HealthEvent event) {
    return switch (event) {
      case AlertOpened(var account, _, var type, var causes, var figures) ->
          Occasion.of(type.wire())
              .map(occasion -> notice(envelope, occasion, account, values(causes, figures)));
      case AlertCleared(var account, _, var type, _, _) ->
          Optional.of(
              notice(envelope, Occasion.ALERT_CLEARED, account, Map.of("alert", type.wire())));
      default -> Optional.empty();
    };
  }

  private static Optional<Notice> lead(Envelope<?> envelope, LeadEvent event) {
    return switch (event) {
      case LeadOpened opened ->
          Optional.of(
              notice(
                  envelope,
                  Occasion.LEAD_OPENED,
                  envelope.stream(),
                  Map.of("site", opened.site())));
      case LeadWon won -> {
        var value = won.value();
        yield Optional.of(
            notice(
                envelope,
                Occasion.LEAD_WON,
                envelope.stream(),
                value == null ? Map.of() : Map.of("value", value)));
      }
      case LeadLost _ ->
          Optional.of(notice(envelope, Occasion.LEAD_LOST, envelope.stream(), Map.of()));
      default -> Optional.empty();
    };
  }

  private static Notice notice(
      Envelope<?> envelope, Occasion occasion, String about, Map<String, String> values) {
    return new Notice(envelope.id(), occasion, about, envelope.at(), values);
  }

  private static Map<String, String> values(List<String> causes, Map<String, Double> figures) {
    var values = new HashMap<String, String>();
    values.put("causes", String.join(", ", causes));
    figures.forEach((name, figure) ->
        values.put(
            name,
            BigDecimal.valueOf(figure)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()));
    return values;
  }
}
