package rapport.profile.export;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rapport.profile.catalogue.Labels;
import rapport.profile.profile.CustomerProfile;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import tools.jackson.databind.json.JsonMapper;

/** Writes a profile in any of the formats; the same profile gives the same bytes. */
@Component
public final class ProfileExports {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ProfileFields fields;
  private final ProfileTree tree;
  private final Labels labels;

  ProfileExports(ProfileFields fields, ProfileTree tree, Labels labels) {
    this.fields = fields;
    this.tree = tree;
    this.labels = labels;
  }

  /** A file of one profile. */
  public byte[] write(CustomerProfile profile, ExportFormat format) {
    return switch (format) {
      case JSON -> JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(profile));
      case CSV -> CsvExport.one(profile, fields, labels).getBytes(StandardCharsets.UTF_8);
      case MD -> MarkdownExport.of(sheet(profile)).getBytes(StandardCharsets.UTF_8);
      case PDF -> PdfExport.of(sheet(profile));
    };
  }

  /** The name of the file, made of the profile's. */
  public String fileName(CustomerProfile profile, ExportFormat format) {
    return FileNames.of(sheet(profile).title(), format);
  }

  /** The first line of a CSV file of many profiles. */
  public String csvHeader() {
    return CsvExport.header(fields);
  }

  /** One more line of a CSV file of many profiles. */
  public String csvRow(CustomerProfile profile) {
    return CsvExport.row(profile, fields);
  }

  /** One profile as compact JSON. */
  public String jsonItem(CustomerProfile profile) {
    return JSON.writeValueAsString(json(profile));
  }

  private Map<String, Object> json(CustomerProfile profile) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", profile.id());
    json.put("customer_profile", tree.of(profile));
    return json;
  }

  private ProfileSheet sheet(CustomerProfile profile) {
    return ProfileSheet.of(profile, fields, labels);
  }
}
