package rapport.profile.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.account.store.AccountJson;
import rapport.profile.privacy.PrivacyRequest.State;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.PrivacyTask.Kind;
import rapport.runtime.problem.Problem;

/**
 * Receipts of erasures, signed with the services' key (EdDSA) as compact JWS. Whoever has the
 * public key can check one without us.
 */
@Component
class Receipts {

  private static final String TYPE = "rapport-erasure-receipt+jws";

  private final ServiceTokens keys;
  private final AccountJson json;

  Receipts(ServiceTokens keys, AccountJson json) {
    this.keys = keys;
    this.json = json;
  }

  /**
   * What was erased.
   *
   * @param id of the erasure
   */
  record Receipt(
      String id, String workspace, Instant askedAt, Instant doneAt, List<Part> services) {}

  /** By a service. */
  record Part(String service, Instant doneAt, List<Count> stores) {}

  /** A receipt, and the same signed. */
  record Signed(Receipt receipt, String jws) {}

  /** Fails with 409 {@code not-done-yet}. */
  Signed of(PrivacyRequest erasure) {
    if (erasure.kind() != Kind.ERASURE || erasure.state() != State.DONE) {
      throw Problem.of(HttpStatus.CONFLICT, "not-done-yet", "Not every service is done yet.");
    }
    var parts =
        erasure.services().entrySet().stream()
            .map(it ->
                new Part(
                    it.getKey(),
                    Objects.requireNonNull(it.getValue().at()),
                    it.getValue().stores()))
            .toList();
    var receipt =
        new Receipt(
            erasure.id(),
            erasure.workspace(),
            erasure.askedAt(),
            Objects.requireNonNull(erasure.doneAt()),
            parts);
    return new Signed(receipt, keys.sign(TYPE, json.document(receipt).toJson()));
  }

  /** What a receipt of ours says; empty when it is none, or was altered. */
  Optional<Receipt> verified(String jws) {
    return keys.signed(TYPE, jws).map(said -> json.read(Document.parse(said), Receipt.class));
  }
}
