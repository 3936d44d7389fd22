package rapport.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.gateway.audit.AuditChain.Fault;
import rapport.gateway.audit.AuditEntry.Kind;

class AuditChainTest {
  private static final int ENTRIES = 10_000;
  private final AuditChain chain = chain("main", "key");
  private final List<Sealed> trail = trail();

  @Test
  void a_trail_that_nobody_touched_is_intact() {
    for (int place = 0; place < ENTRIES; place++) {
      assertThat(found(place, trail.get(place))).isNull();
    }
  }

  @Test
  void each_altered_entry_of_ten_thousand_is_found() {
    for (int place = 0; place < ENTRIES; place++) {
      Sealed is = trail.get(place);
      AuditEntry entry = is.entry();
      var somebodyElse =
          new AuditEntry(
              entry.at(),
              entry.kind(),
              "somebody-else",
              entry.actorName(),
              entry.via(),
              entry.method(),
              entry.path(),
              entry.status(),
              entry.requestId(),
              entry.address(),
              entry.changes());
      assertThat(found(place, new Sealed(is.seq(), somebodyElse, is.seal())))
          .isEqualTo(Fault.ALTERED);
    }
  }

  @Test
  void each_removed_entry_of_ten_thousand_is_found() {
    for (int place = 0; place < ENTRIES - 1; place++) {
      assertThat(found(place, trail.get(place + 1))).isEqualTo(Fault.MISSING);
    }
  }

  @Test
  void an_entry_in_anothers_place_is_found() {
    for (int place = 0; place < ENTRIES - 1; place++) {
      Sealed next = trail.get(place + 1);
      assertThat(found(place, new Sealed(place + 1, next.entry(), next.seal())))
          .isEqualTo(Fault.ALTERED);
    }
  }

  @Test
  void an_entry_sealed_anew_does_not_fit_those_after_it() {
    Sealed forged = chain.next(4, trail.get(3).seal(), entry(77));
    assertThat(chain.check(5, forged.seal(), trail.get(5))).isEqualTo(Fault.ALTERED);
  }

  @Test
  void nobody_seals_without_the_key_or_for_another_workspace() {
    for (AuditChain other : List.of(chain("main", "another"), chain("other", "key"))) {
      assertThat(chain.check(0, AuditChain.BEGIN, other.next(0, AuditChain.BEGIN, entry(1))))
          .isEqualTo(Fault.ALTERED);
    }
  }

  @Test
  void what_moves_from_one_field_into_the_next_is_found() {
    AuditEntry entry = entry(1);
    Sealed sealed = chain.next(0, AuditChain.BEGIN, entry);
    var shifted =
        new AuditEntry(
            entry.at(),
            entry.kind(),
            entry.actor() + "A",
            "da",
            entry.via(),
            entry.method(),
            entry.path(),
            entry.status(),
            entry.requestId(),
            entry.address(),
            entry.changes());
    assertThat(chain.check(0, AuditChain.BEGIN, new Sealed(1, shifted, sealed.seal())))
        .isEqualTo(Fault.ALTERED);
  }

  private @Nullable Fault found(int place, Sealed at) {
    return chain.check(place, place == 0 ? AuditChain.BEGIN : trail.get(place - 1).seal(), at);
  }

  private List<Sealed> trail() {
    var sealed = new ArrayList<Sealed>();
    String seal = AuditChain.BEGIN;
    for (int place = 0; place < ENTRIES; place++) {
      Sealed next = chain.next(place, seal, entry(place));
      sealed.add(next);
      seal = next.seal();
    }
    return sealed;
  }

  private static AuditEntry entry(int number) {
    return new AuditEntry(
        Instant.EPOCH.plusSeconds(number),
        Kind.READ,
        "user-" + number % 7,
        "Ada",
        "session",
        "GET",
        "/api/v1/people/" + number,
        200,
        "request-" + number,
        "127.0.0.1",
        List.of());
  }

  private static AuditChain chain(String workspace, String key) {
    return new AuditChain(
        workspace, new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
  }
}
