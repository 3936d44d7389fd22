package rapport.profile.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import rapport.profile.profile.ProfileField;
import rapport.profile.profile.ProfileField.Audience;
import rapport.profile.profile.ProfileFields;

/** The fields of a customer profile, from the class path. */
public final class ProfileCatalogue {

  private static final String FIELDS = "/catalogue/customer-profile.csv";

  private ProfileCatalogue() {}

  /** The fields, in the order of the source's structure. */
  public static ProfileFields fields() {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Resource.open(FIELDS);
        var rows = format.parse(reader)) {
      return new ProfileFields(
          rows.stream()
              .map(row ->
                  new ProfileField(
                      row.get("path"),
                      Audience.valueOf(row.get("audience").toUpperCase(Locale.ROOT)),
                      Boolean.parseBoolean(row.get("required"))))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
