package rapport.profile.export;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import org.springframework.stereotype.Component;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.buyingprocess.BuyingProcessTree;
import rapport.profile.catalogue.Labels;
import rapport.profile.journeymap.JourneyMap;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;
import tools.jackson.databind.json.JsonMapper;

/** Writes mappings of buying processes; of many as {@code {"buying_process_mappings": [...]}}. */
@Component
final class BuyingProcessExports implements RecordExports {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Labels labels = new Labels(RecordKind.BUYING_PROCESS);

  @Override
  public RecordKind kind() {
    return RecordKind.BUYING_PROCESS;
  }

  @Override
  public Set<ExportFormat> formats() {
    return Collections.unmodifiableSet(EnumSet.allOf(ExportFormat.class));
  }

  @Override
  public byte[] write(ConversationRecord record, ExportFormat format) {
    var process = BuyingProcess.of(record);
    return switch (format) {
      case JSON -> json(process);
      case CSV -> utf8(csvHeader() + BuyingProcessCsv.rows(process));
      case MD -> utf8(BuyingProcessMarkdown.of(process, labels));
      case PDF -> PdfExport.of(BuyingProcessSheet.of(process, labels));
      case SVG -> utf8(JourneyMap.of(process, labels));
    };
  }

  @Override
  public String fileName(ConversationRecord record, ExportFormat format) {
    return FileNames.of(BuyingProcess.of(record).personaName(), kind().one(), format);
  }

  @Override
  public String csvHeader() {
    return BuyingProcessCsv.header();
  }

  @Override
  public String csvRows(ConversationRecord record) {
    return BuyingProcessCsv.rows(BuyingProcess.of(record));
  }

  @Override
  public String jsonBegin() {
    return "{\"buying_process_mappings\":[";
  }

  @Override
  public String jsonItem(ConversationRecord record) {
    return JSON.writeValueAsString(BuyingProcessTree.of(BuyingProcess.of(record)));
  }

  @Override
  public String jsonEnd() {
    return "]}";
  }

  private static byte[] json(BuyingProcess process) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", process.id());
    json.put("buying_process_mapping", BuyingProcessTree.of(process));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
