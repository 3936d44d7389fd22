package rapport.gateway.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import rapport.runtime.identity.HmacSha256;

/**
 * Seals the entries of one workspace so that none can be changed, taken out or moved unnoticed by
 * somebody who can write to the store but does not have the key.
 */
final class AuditChain {
  /** The seal before the first entry. */
  static final String BEGIN = "";

  private final String workspace;
  private final SecretKey key;

  AuditChain(String workspace, SecretKey key) {
    this.workspace = workspace;
    this.key = key;
  }

  /** What stands in the way of believing an entry. */
  enum Fault {
    /** There is no entry at this place. */
    MISSING,
    /** The entry is not the one that was sealed here. */
    ALTERED
  }

  /** The entry at the place after that one. */
  Sealed next(long seq, String seal, AuditEntry entry) {
    return new Sealed(seq + 1, entry, seal(seq + 1, seal, entry));
  }

  /**
   * What is wrong with the entry that follows place {@code seq} with that seal; null if nothing.
   */
  @Nullable Fault check(long seq, String seal, Sealed next) {
    if (next.seq() != seq + 1) {
      return Fault.MISSING;
    }
    byte[] expected = bytes(seal(next.seq(), seal, next.entry()));
    return HmacSha256.same(expected, bytes(next.seal())) ? null : Fault.ALTERED;
  }

  private String seal(long seq, String before, AuditEntry entry) {
    byte[] tag = HmacSha256.tag(key, bytes(told(seq, before, entry)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
  }

  /** Every part with its length: two entries never read the same. */
  private String told(long seq, String before, AuditEntry entry) {
    var parts =
        Stream.of(
            workspace,
            Long.toString(seq),
            before,
            entry.at().toString(),
            entry.kind().wire(),
            entry.actor(),
            entry.actorName(),
            entry.via(),
            entry.method(),
            entry.path(),
            Integer.toString(entry.status()),
            entry.requestId(),
            entry.address());
    return Stream.concat(parts, entry.changes().stream())
        .map(part -> part.length() + ":" + part)
        .collect(Collectors.joining());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
