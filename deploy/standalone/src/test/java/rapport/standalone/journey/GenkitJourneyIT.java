package rapport.standalone.journey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What partners do with Genkit's own client; the tests themselves are in {@code
 * conversation-service/src/test/genkit}.
 */
@ExtendWith(RunningRapport.Provider.class)
class GenkitJourneyIT {

  private static final int MINUTES = 10;

  private final RunningRapport rapport;

  GenkitJourneyIT(RunningRapport rapport) {
    this.rapport = rapport;
  }

  @Test
  void genkits_own_client_holds_whole_interviews() {
    GenkitClient.of(rapport).node("--test").awaitSuccess(MINUTES);
  }
}
