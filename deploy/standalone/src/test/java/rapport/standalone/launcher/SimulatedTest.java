package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatedTest {

  private final Simulated simulated = new Simulated(Path.of("/srv/built"), 8300);

  @Test
  void services_may_talk_to_them_besides_whom_they_might_talk_to_already() {
    assertThat(simulated.told(Map.of()).get("RAPPORT_EGRESS_ALLOWED_HOSTS"))
        .startsWith("127.0.0.1:8300,")
        .endsWith(",127.0.0.1:8307");
    var environment = Map.of("RAPPORT_EGRESS_ALLOWED_HOSTS", "crm.intranet");
    assertThat(simulated.told(environment).get("RAPPORT_EGRESS_ALLOWED_HOSTS"))
        .startsWith("crm.intranet,127.0.0.1:8300,");
  }

  @Test
  void mail_goes_to_them_unless_somebody_set_a_server() {
    assertThat(simulated.told(Map.of())).containsEntry("RAPPORT_SMTP_PORT", "8306");
    assertThat(simulated.told(Map.of("RAPPORT_SMTP_HOST", "mail.acme.example")))
        .doesNotContainKey("RAPPORT_SMTP_PORT");
  }
}
