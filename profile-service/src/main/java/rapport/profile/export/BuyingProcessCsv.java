package rapport.profile.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.buyingprocess.BuyingStage;
import rapport.profile.buyingprocess.StageField;
import rapport.runtime.web.CsvCells;

/**
 * Mappings of buying processes as CSV: a row for each stage, in order, with what belongs to the
 * whole mapping on each; a mapping without stages has one row.
 */
final class BuyingProcessCsv {

  private static final List<String> OF_MAPPING =
      List.of(
          "persona_id",
          BuyingProcess.PERSONA_NAME,
          BuyingProcess.PAIN_POINTS,
          BuyingProcess.SUMMARY,
          BuyingProcess.PROFILE_ID,
          "status",
          "last_updated_at",
          "created_by");

  private BuyingProcessCsv() {}

  static String header() {
    var columns = new ArrayList<>(OF_MAPPING);
    columns.add("stage_number");
    columns.add("stage_id");
    for (var field : StageField.values()) {
      columns.add(field.key());
    }
    return CsvCells.line(columns);
  }

  /** The rows of one mapping, under {@link #header}. */
  static String rows(BuyingProcess process) {
    return process.stages().isEmpty()
        ? row(process, null)
        : process.stages().stream().map(stage -> row(process, stage)).collect(Collectors.joining());
  }

  private static String row(BuyingProcess process, @Nullable BuyingStage stage) {
    var cells = new ArrayList<String>();
    cells.add(process.id());
    cells.add(process.personaName());
    cells.add(process.painPoints());
    cells.add(process.summary());
    cells.add(process.profileId() == null ? "" : process.profileId());
    cells.add(process.status().wire());
    cells.add(process.lastUpdatedAt().toString());
    cells.add(process.createdBy() == null ? "" : process.createdBy());
    cells.add(stage == null ? "" : Integer.toString(process.stages().indexOf(stage) + 1));
    cells.add(stage == null ? "" : stage.id());
    for (var field : StageField.values()) {
      cells.add(stage == null ? "" : stage.text(field));
    }
    return CsvCells.line(cells);
  }
}
