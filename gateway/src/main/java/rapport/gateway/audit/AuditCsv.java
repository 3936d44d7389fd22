package rapport.gateway.audit;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as lines of CSV (RFC 4180). */
final class AuditCsv {
  static final String HEAD =
      "seq,at,kind,actor,actorName,via,method,path,status,requestId,address,changes,seal\r\n";

  private static final String FORMULA_BEGINS = "=+-@\t\r";

  private AuditCsv() {}

  static String line(Sealed sealed) {
    AuditEntry entry = sealed.entry();
    return Stream.of(
                Long.toString(sealed.seq()),
                entry.at().toString(),
                entry.kind().wire(),
                entry.actor(),
                entry.actorName(),
                entry.via(),
                entry.method(),
                entry.path(),
                Integer.toString(entry.status()),
                entry.requestId(),
                entry.address(),
                String.join("; ", entry.changes()),
                sealed.seal())
            .map(AuditCsv::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** A table program must not take what somebody calls themselves for a formula. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
