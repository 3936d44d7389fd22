package rapport.gateway.audit;

import java.util.List;
import rapport.runtime.web.CsvCells;

/** Entries as lines of CSV (RFC 4180). */
final class AuditCsv {
  static final String HEAD =
      "seq,at,kind,actor,actorName,via,method,path,status,requestId,address,changes,seal\r\n";

  private AuditCsv() {}

  static String line(Sealed sealed) {
    AuditEntry entry = sealed.entry();
    return CsvCells.line(
        List.of(
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
            sealed.seal()));
  }
}
