package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.flow.FlowTexts.GroupTexts;
import rapport.conversation.flow.FlowTexts.PhaseTexts;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.OutlineSummarizer;
import rapport.conversation.summary.Summarizer;

/** A text from labels alone, in a language nobody has written patterns for. */
class OutlineSummarizerTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();
  private static final Map<String, String> GERMAN =
      Map.of(
          "persona_name", "Persona",
          "persona_pain_points", "Probleme",
          "stage_name", "Name der Phase",
          "buyer_actions", "Was Käufer tun",
          "duration", "Dauer",
          "content_type", "Inhalte",
          "income", "Einkommen",
          "age", "Alter",
          "prototype_name", "Name",
          "type", "Rolle");

  private static final Summarizer STAGES = german("buying-process");
  private static final Summarizer PROFILES = german("customer-profile");

  private static Summarizer german(String flow) {
    var english = FLOWS.texts(flow, "en");
    return new OutlineSummarizer(
        FLOWS.latest(flow),
        new FlowTexts(
            "de",
            "Kaufprozess",
            Map.of(Journey.GROUP, new GroupTexts("Phasen", "Phase", List.of())),
            english.phases().keySet().stream()
                .collect(Collectors.toMap(id -> id, id -> new PhaseTexts("Teil " + id, ""))),
            english.fields().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, entry -> labelled(entry.getKey(), entry.getValue()))),
            Map.of(),
            Map.of()));
  }

  private static FieldTexts labelled(String path, FieldTexts english) {
    var label = GERMAN.getOrDefault(path.substring(path.lastIndexOf('.') + 1), english.label());
    var options = Map.of("Economic Buyer", "Entscheider");
    return new FieldTexts(
        label, "", null, null, null, "", "", null, List.of(), options, Map.of(), null, List.of());
  }

  private static final Journey JOURNEY =
      new Journey(
          List.of(),
          Map.of(
              "persona_name", "IT-Leiterin",
              "persona_pain_points", "Budget zu klein\n- keine Unterstützung",
              "profile_id", "0b6dd4b0"),
          List.of(
              Map.of(
                  "stage_name",
                  "Aufmerksamkeit",
                  "duration",
                  "1-2 Wochen",
                  "buyer_actions",
                  "Blogs lesen, Kollegen fragen."),
              Map.of("stage_name", "Überlegung"),
              Map.of("content_type", "„Preisliste“")));

  @Test
  void tells_what_is_known_row_by_row() {
    assertThat(JOURNEY.told(STAGES))
        .isEqualTo(
            """
            Persona: IT-Leiterin. Probleme: Budget zu klein, keine Unterstützung.

            Aufmerksamkeit. Was Käufer tun: Blogs lesen, Kollegen fragen. Dauer: 1-2 Wochen.

            Überlegung.

            Phase 3. Inhalte: Preisliste.\
            """);
  }

  @Test
  void parts_have_their_titles_when_there_are_several() {
    var values = new LinkedHashMap<String, FieldValue>();
    values.put("prototype_name", FieldValue.text("Nora Lindqvist"));
    values.put("type", FieldValue.text("Economic Buyer"));
    values.put("demographics.age", FieldValue.text("35-44"));
    values.put("demographics.income", FieldValue.text("120000 EUR"));

    assertThat(PROFILES.summarize(values, Map.of(), List.of()))
        .contains("Name: Nora Lindqvist.")
        .contains("Rolle: Entscheider.")
        .contains("Alter: 35-44.")
        .contains("Einkommen: 120.000 EUR.")
        .startsWith("Teil ")
        .contains("\n\nTeil ");
  }

  @Test
  void a_focus_may_be_a_label_a_part_or_a_row() {
    assertThat(JOURNEY.focused("Dauer").told(STAGES))
        .isEqualTo("Aufmerksamkeit. Dauer: 1-2 Wochen.");
    assertThat(JOURNEY.focused("nur Überlegung").told(STAGES)).isEqualTo("Überlegung.");
    assertThat(JOURNEY.focused("Aufmerksamkeit", "Inhalte", "Dauer").told(STAGES))
        .isEqualTo("Aufmerksamkeit. Dauer: 1-2 Wochen.");
    assertThat(JOURNEY.focused("Astrologie").told(STAGES)).isEqualTo(JOURNEY.told(STAGES));
  }

  @Test
  void the_title_is_all_there_is_to_say_of_nothing() {
    assertThat(new Journey(List.of(), Map.of(), List.of()).told(STAGES)).isEqualTo("Kaufprozess.");
    assertThat(Journey.of(Map.of("duration", "???")).told(STAGES)).isEqualTo("Phase 1.");
  }
}
