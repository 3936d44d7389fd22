package rapport.profile.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import rapport.profile.catalogue.Labels;
import rapport.profile.profile.CustomerProfile;
import rapport.profile.profile.ProfileFields;

/** Profiles as RFC 4180 CSV. */
public final class CsvExport {

  private CsvExport() {}

  /** One profile: a line for each value, with its path and label. */
  static String one(CustomerProfile profile, ProfileFields fields, Labels labels) {
    var csv = new StringBuilder(print(List.of("field", "label", "value")));
    for (var field : fields.all()) {
      var value = profile.value(field.path());
      if (value != null) {
        csv.append(print(List.of(field.path(), labels.of(field.path()), value.display())));
      }
    }
    csv.append(print(List.of("status", labels.of("status"), profile.status().wire())));
    if (profile.lastUpdatedAt() != null) {
      var at = profile.lastUpdatedAt().toString();
      csv.append(print(List.of("last_updated_at", labels.of("last_updated_at"), at)));
    }
    return csv.toString();
  }

  /** The first line of a file of many profiles: a column for each field there is. */
  public static String header(ProfileFields fields) {
    var columns = new ArrayList<>(List.of("id", "status", "last_updated_at", "created_by"));
    fields.all().forEach(field -> columns.add(field.path()));
    return print(columns);
  }

  /** One line of a file of many profiles, under {@link #header}. */
  public static String row(CustomerProfile profile, ProfileFields fields) {
    var cells = new ArrayList<String>();
    cells.add(profile.id());
    cells.add(profile.status().wire());
    cells.add(profile.lastUpdatedAt() == null ? "" : profile.lastUpdatedAt().toString());
    cells.add(profile.createdBy() == null ? "" : profile.createdBy());
    for (var field : fields.all()) {
      var value = profile.value(field.path());
      cells.add(value == null ? "" : value.display());
    }
    return print(cells);
  }

  private static String print(List<String> cells) {
    var csv = new StringBuilder();
    try (var printer = CSVFormat.RFC4180.print(csv)) {
      printer.printRecord(cells.stream().map(CsvCells::defused));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringBuilder has none
    }
    return csv.toString();
  }
}
