package rapport.profile.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.csv.CSVFormat;
import rapport.profile.profile.ProfileField;
import rapport.profile.profile.ProfileField.Audience;
import rapport.profile.profile.ProfileFields;

/** The fields of a customer profile and what a person reads for them, from the class path. */
public final class ProfileCatalogue {

  private static final String FIELDS = "/catalogue/customer-profile.csv";
  private static final String LABELS = "/labels/customer-profile.properties";

  private ProfileCatalogue() {}

  /** The fields, in the order of the source's structure. */
  public static ProfileFields fields() {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = open(FIELDS);
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

  /** English labels by path; a section's is at {@code section.<name>}. */
  public static Labels labels() {
    var labels = new Properties();
    try (var reader = open(LABELS)) {
      labels.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Labels(labels);
  }

  private static Reader open(String resource) {
    var stream = ProfileCatalogue.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException(resource + " is not on the class path");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
