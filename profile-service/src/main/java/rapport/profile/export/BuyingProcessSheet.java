package rapport.profile.export;

import java.util.ArrayList;
import java.util.List;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.buyingprocess.BuyingStage;
import rapport.profile.buyingprocess.StageField;
import rapport.profile.catalogue.Labels;
import rapport.profile.export.Sheet.Line;
import rapport.profile.export.Sheet.Section;

/**
 * Lays the mapping of a buying process out for reading: a section for each stage, with every field,
 * so that a reader sees what is still to be found out.
 */
final class BuyingProcessSheet {

  private static final String UNTITLED = "Unnamed persona";
  private static final String NOTHING = "–";

  private BuyingProcessSheet() {}

  static Sheet of(BuyingProcess process, Labels labels) {
    var sections = new ArrayList<Section>();
    for (var stage : process.stages()) {
      sections.add(section(sections.size() + 1, stage, labels));
    }
    return new Sheet(
        process.id(),
        "Buying process",
        process.personaName().isEmpty() ? UNTITLED : process.personaName(),
        "",
        facts(process, labels),
        process.summary(),
        sections,
        process.status(),
        process.progress(),
        process.lastUpdatedAt());
  }

  private static List<Line> facts(BuyingProcess process, Labels labels) {
    return process.painPoints().isEmpty()
        ? List.of()
        : List.of(line(BuyingProcess.PAIN_POINTS, process.painPoints(), labels));
  }

  private static Section section(int number, BuyingStage stage, Labels labels) {
    var lines = new ArrayList<Line>();
    for (var field : StageField.values()) {
      if (field != StageField.STAGE_NAME) {
        var text = stage.text(field);
        lines.add(line(field.template(), text.isEmpty() ? NOTHING : text, labels));
      }
    }
    var name = stage.name().isEmpty() ? "Stage " + number : number + ". " + stage.name();
    return new Section(name, lines);
  }

  private static Line line(String path, String text, Labels labels) {
    return new Line(path, labels.of(path), text);
  }
}
