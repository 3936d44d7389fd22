package rapport.profile.export;

import java.util.ArrayList;
import java.util.List;
import rapport.profile.catalogue.Labels;
import rapport.profile.profile.ProfileFields;
import rapport.profile.record.ConversationRecord;
import rapport.runtime.web.CsvCells;

/** Customer profiles as CSV. */
final class ProfileCsv {

  private ProfileCsv() {}

  /** One profile: a line for each value, with its path and label. */
  static String one(ConversationRecord profile, ProfileFields fields, Labels labels) {
    var csv = new StringBuilder(CsvCells.line(List.of("field", "label", "value")));
    for (var field : fields.all()) {
      var value = profile.value(field.path());
      if (value != null) {
        csv.append(CsvCells.line(List.of(field.path(), labels.of(field.path()), value.display())));
      }
    }
    csv.append(CsvCells.line(List.of("status", labels.of("status"), profile.status().wire())));
    if (profile.lastUpdatedAt() != null) {
      var at = profile.lastUpdatedAt().toString();
      csv.append(CsvCells.line(List.of("last_updated_at", labels.of("last_updated_at"), at)));
    }
    return csv.toString();
  }

  /** The first line of a file of many profiles: a column for each field there is. */
  static String header(ProfileFields fields) {
    var columns = new ArrayList<>(List.of("id", "status", "last_updated_at", "created_by"));
    fields.all().forEach(field -> columns.add(field.path()));
    return CsvCells.line(columns);
  }

  /** One line of a file of many profiles, under {@link #header}. */
  static String row(ConversationRecord profile, ProfileFields fields) {
    var cells = new ArrayList<String>();
    cells.add(profile.id());
    cells.add(profile.status().wire());
    cells.add(profile.lastUpdatedAt() == null ? "" : profile.lastUpdatedAt().toString());
    cells.add(profile.createdBy() == null ? "" : profile.createdBy());
    for (var field : fields.all()) {
      var value = profile.value(field.path());
      cells.add(value == null ? "" : value.display());
    }
    return CsvCells.line(cells);
  }
}
