package rapport.profile.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.buyingprocess.BuyingStage;
import rapport.profile.buyingprocess.StageField;
import rapport.profile.catalogue.Labels;

/** The mapping of a buying process as CommonMark: a table with a row for each stage. */
final class BuyingProcessMarkdown {

  private static final String NOTHING = "–";

  private BuyingProcessMarkdown() {}

  static String of(BuyingProcess process, Labels labels) {
    var sheet = BuyingProcessSheet.of(process, labels);
    var document = new Markdown().title(sheet.title()).subtitle(sheet.kind()).list(sheet.facts());
    if (!process.stages().isEmpty()) {
      document.section("Stages").columns(columns(labels));
      for (var stage : process.stages()) {
        document.row(cells(process.stages().indexOf(stage) + 1, stage));
      }
    }
    return document.summary(sheet.summary()).footer(sheet);
  }

  private static List<String> columns(Labels labels) {
    var columns = new ArrayList<>(List.of("No."));
    for (var field : StageField.values()) {
      columns.add(labels.of(field.template()));
    }
    return columns;
  }

  private static List<String> cells(int number, BuyingStage stage) {
    var cells = new ArrayList<>(List.of(Integer.toString(number)));
    Arrays.stream(StageField.values())
        .map(stage::text)
        .map(text -> text.isEmpty() ? NOTHING : text)
        .forEach(cells::add);
    return cells;
  }
}
