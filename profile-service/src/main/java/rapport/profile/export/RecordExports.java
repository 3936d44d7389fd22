package rapport.profile.export;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;

/** Writes records of one kind as files; the same record gives the same bytes. */
public interface RecordExports {

  /** The formats a file of many records comes in. */
  Set<ExportFormat> OF_MANY =
      Collections.unmodifiableSet(EnumSet.of(ExportFormat.JSON, ExportFormat.CSV));

  RecordKind kind();

  /** The formats a file of one record comes in. */
  Set<ExportFormat> formats();

  /**
   * A file of one record.
   *
   * @param format one of {@link #formats}
   */
  byte[] write(ConversationRecord record, ExportFormat format);

  /** The name of that file, made of the record's. */
  String fileName(ConversationRecord record, ExportFormat format);

  /** The first line of a CSV file. */
  String csvHeader();

  /** The lines of one more record in a CSV file. */
  String csvRows(ConversationRecord record);

  /** What stands before the first record in a JSON file of many. */
  String jsonBegin();

  /** One record in a JSON file of many; a comma stands between two. */
  String jsonItem(ConversationRecord record);

  /** What stands after the last record in a JSON file of many. */
  String jsonEnd();
}
