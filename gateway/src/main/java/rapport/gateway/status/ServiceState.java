package rapport.gateway.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a service is.
 *
 * @param name of the service
 * @param version of the service, when it says
 * @param ms how long it took to say so, in milliseconds
 */
record ServiceState(
    String name,
    State status,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String version,
    long ms) {

  /** Fit for work, partly so, or not. */
  enum State {
    UP,
    DEGRADED,
    DOWN;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a readiness answer says. */
    static State of(int httpStatus, @Nullable String health) {
      if (httpStatus != 200) {
        return DOWN;
      }
      return "UP".equals(health) ? UP : DEGRADED;
    }

    /** The state of all of it: up when everything is, down when nothing is. */
    static State of(List<ServiceState> services) {
      if (services.stream().allMatch(service -> service.status() == UP)) {
        return UP;
      }
      return services.stream().allMatch(service -> service.status() == DOWN) ? DOWN : DEGRADED;
    }
  }
}
