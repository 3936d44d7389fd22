package rapport.gateway.audit;

import org.springframework.stereotype.Component;
import rapport.gateway.secret.DerivedKeys;

/** Seals the audit trail with a key the store does not have. */
@Component
class AuditKey {
  private final DerivedKeys keys;

  AuditKey(DerivedKeys keys) {
    this.keys = keys;
  }

  AuditChain chain(String workspace) {
    return new AuditChain(workspace, keys.key("audit-trail", "HmacSHA256"));
  }
}
