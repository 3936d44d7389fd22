package rapport.integrations.connection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is stored.
 *
 * @param id within the workspace
 * @param settings what may be shown
 * @param secrets the names of the settings that may not
 * @param sealed those, see {@code SecretVault}
 * @param account which account of the other system it is of, see {@code SignedIn}
 * @param trouble what somebody has to see to
 * @param rev counts its changes
 */
public record Connection(
    String workspace,
    String id,
    String connector,
    String name,
    State state,
    Map<String, String> settings,
    List<String> secrets,
    String sealed,
    @Nullable String account,
    @Nullable Trouble trouble,
    String createdBy,
    Instant createdAt,
    Instant changedAt,
    long rev) {

  /** How a connection is. */
  public enum State {
    ACTIVE,
    /** Somebody wants it to rest. */
    PAUSED,
    /** It cannot go on until somebody acts. */
    FAILING,
    /** It is over; its secrets are forgotten. */
    DISCONNECTED;

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether records are read through it. A failing one is tried now and then. */
    public boolean isRunning() {
      return this == ACTIVE || this == FAILING;
    }
  }

  /**
   * Why a connection fails.
   *
   * @param code kebab-case
   * @param detail what to do, for people to read
   */
  public record Trouble(String code, String detail) {}

  public Connection {
    settings = Map.copyOf(settings);
    secrets = List.copyOf(secrets);
  }

  /** The same connection in another state. */
  public Connection to(State next, @Nullable Trouble why, Instant at) {
    return new Connection(
        workspace, id, connector, name, next, settings, secrets, sealed, account, why, createdBy,
        createdAt, at, rev + 1);
  }

  /** The same connection, over: without its secrets. */
  public Connection disconnected(Instant at) {
    return new Connection(
        workspace,
        id,
        connector,
        name,
        State.DISCONNECTED,
        settings,
        List.of(),
        "",
        account,
        null,
        createdBy,
        createdAt,
        at,
        rev + 1);
  }

  /** The same connection with other settings; it is active again. */
  public Connection with(
      String newName,
      Map<String, String> shown,
      List<String> secretNames,
      String seal,
      @Nullable String signedInTo,
      Instant at) {
    var next = state == State.PAUSED ? State.PAUSED : State.ACTIVE;
    return new Connection(
        workspace,
        id,
        connector,
        newName,
        next,
        shown,
        secretNames,
        seal,
        signedInTo,
        null,
        createdBy,
        createdAt,
        at,
        rev + 1);
  }

  /** Without secrets, sealed as they are. */
  @Override
  public String toString() {
    return "Connection[" + workspace + "/" + id + ", " + connector + ", " + state.wire() + "]";
  }
}
