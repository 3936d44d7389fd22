package rapport.profile.export;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import rapport.profile.catalogue.Labels;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;
import tools.jackson.databind.json.JsonMapper;

/** Writes customer profiles. */
@Component
final class ProfileExports implements RecordExports {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ProfileFields fields;
  private final ProfileTree tree;
  private final Labels labels = new Labels(RecordKind.PROFILE);

  ProfileExports(ProfileFields fields, ProfileTree tree) {
    this.fields = fields;
    this.tree = tree;
  }

  @Override
  public RecordKind kind() {
    return RecordKind.PROFILE;
  }

  @Override
  public Set<ExportFormat> formats() {
    return Collections.unmodifiableSet(EnumSet.range(ExportFormat.JSON, ExportFormat.PDF));
  }

  @Override
  public byte[] write(ConversationRecord profile, ExportFormat format) {
    return switch (format) {
      case JSON -> JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(profile));
      case CSV -> utf8(ProfileCsv.one(profile, fields, labels));
      case MD -> utf8(ProfileMarkdown.of(sheet(profile)));
      case PDF -> PdfExport.of(sheet(profile));
      case SVG -> throw new IllegalArgumentException("a profile is no picture");
    };
  }

  @Override
  public String fileName(ConversationRecord profile, ExportFormat format) {
    return FileNames.of(sheet(profile).title(), kind().one(), format);
  }

  @Override
  public String csvHeader() {
    return ProfileCsv.header(fields);
  }

  @Override
  public String csvRows(ConversationRecord profile) {
    return ProfileCsv.row(profile, fields);
  }

  @Override
  public String jsonBegin() {
    return "[";
  }

  @Override
  public String jsonItem(ConversationRecord profile) {
    return JSON.writeValueAsString(json(profile));
  }

  @Override
  public String jsonEnd() {
    return "]";
  }

  private Map<String, Object> json(ConversationRecord profile) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", profile.id());
    json.put("customer_profile", tree.of(profile));
    return json;
  }

  private Sheet sheet(ConversationRecord profile) {
    return ProfileSheet.of(profile, fields, labels);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
