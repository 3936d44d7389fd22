package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.flow.yaml.FlowFile;
import rapport.conversation.flow.yaml.FlowReader;

class PatternSummaryWriterTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();

  @Test
  void drafts_from_the_values_that_apply() {
    var definition = FLOWS.latest("customer-profile");
    var dialogue = dialogue(definition, "job_title", "Procurement lead");

    assertThat(new PatternSummaryWriter(FLOWS).draft(definition, dialogue, List.of()))
        .isEqualTo("This customer is a procurement lead.");
  }

  @Test
  void a_flow_without_patterns_gets_its_title_and_the_name_of_its_record() {
    var flows = FlowReader.read(List.of(NOTE, NOTE_EN, messages()));
    var definition = flows.latest("note");
    var writer = new PatternSummaryWriter(flows, SummaryCatalog.read(Map.of(), Map.of(), flows));

    assertThat(writer.draft(definition, dialogue(definition, "subject", "Tea"), List.of()))
        .isEqualTo("Note: Tea.");
    assertThat(writer.draft(definition, dialogue(definition, "body", "Hot"), List.of()))
        .isEqualTo("Note.");
  }

  private static final FlowFile NOTE =
      new FlowFile(
          "note.yaml",
          """
          flow: note
          version: 1
          root: note
          names: { name: subject }
          phases:
            - id: all
              ask: { batch: 1 }
              fields:
                - { path: subject, type: string, required: true }
                - { path: body, type: text }
          """);

  private static final FlowFile NOTE_EN =
      new FlowFile(
          "note.en.yaml",
          """
          texts: note
          locale: en
          title: Note
          phases:
            all: { title: All, intro: Hello. }
          fields:
            subject: { label: Subject, ask: About what?, help: A word., why: Why not., cues: [subject] }
            body: { label: Body, ask: And what?, help: Words., why: Why not., cues: [body] }
          """);

  private static FlowFile messages() {
    return new FlowFile("messages.en.yaml", SummaryCatalogTest.resource("/flows/messages.en.yaml"));
  }

  private static Dialogue dialogue(FlowDefinition definition, String path, String value) {
    var said = new Provenance(Origin.CHAT, "nora", null, 1);
    return Dialogue.notStarted(Map.of())
        .after(
            List.of(
                new SessionStarted(definition.name(), definition.version(), "en", "nora"),
                new FieldCaptured(path, FieldValue.text(value), said)));
  }
}
