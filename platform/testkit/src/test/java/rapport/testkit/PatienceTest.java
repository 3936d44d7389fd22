package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Test
  void waiting_is_patient_without_being_told() {
    var limit = new AtomicReference<Duration>();
    await()
        .conditionEvaluationListener(
            condition -> limit.set(Duration.ofMillis(condition.getRemainingTimeInMS())))
        .until(() -> true);
    assertThat(limit.get()).isGreaterThan(Patience.PATIENCE.dividedBy(2));
  }
}
