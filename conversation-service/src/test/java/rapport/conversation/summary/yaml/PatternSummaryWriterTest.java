package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.ItemAdded;
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
  void a_flow_without_patterns_gets_its_answers_after_their_labels() {
    var flows = FlowReader.read(List.of(NOTE, NOTE_EN, messages()));
    var definition = flows.latest("note");
    var writer = new PatternSummaryWriter(flows, SummaryCatalog.read(Map.of(), Map.of(), flows));

    assertThat(writer.draft(definition, dialogue(definition, "subject", "Tea"), List.of()))
        .isEqualTo("Subject: Tea.");
    assertThat(writer.draft(definition, dialogue(definition, "body", " "), List.of()))
        .isEqualTo("Note.");
  }

  @Test
  void a_conversation_never_mixes_languages() {
    var flows = FlowReader.read(List.of(NOTE, NOTE_EN, NOTE_DE, messages(), messagesDe()));
    var definition = flows.latest("note");
    var english = Map.of("note.summary.en.yaml", NOTE_SUMMARY_EN);
    var words = Map.of("words.en.yaml", SummaryCatalogTest.resource("/summary/words.en.yaml"));
    var writer = new PatternSummaryWriter(flows, SummaryCatalog.read(words, english, flows));

    assertThat(writer.draft(definition, dialogue(definition, "subject", "Tea"), List.of()))
        .isEqualTo("It is about tea.");
    assertThat(writer.draft(definition, dialogue("de-CH", "subject", "Tee"), List.of()))
        .isEqualTo("Thema: Tee.");
    // Nobody asks in French, so the questions are English and so is the text.
    assertThat(writer.draft(definition, dialogue("fr", "subject", "Tea"), List.of()))
        .isEqualTo("It is about tea.");
  }

  @Test
  void rows_are_told_in_their_order() {
    var definition = FLOWS.latest("buying-process");
    var said = new Provenance(Origin.CHAT, "nora", null, 1);
    var dialogue =
        dialogue(definition, "persona_name", "CFO")
            .after(
                List.of(
                    new ItemAdded("buying_stages", "s1", 0, said),
                    new ItemAdded("buying_stages", "s2", 0, said),
                    captured("buying_stages[s1].stage_name", "Decision"),
                    captured("buying_stages[s2].stage_name", "Awareness"),
                    captured("buying_stages[s2].duration", "1-2 weeks")));

    assertThat(
            new PatternSummaryWriter(FLOWS)
                .draft(definition.over(dialogue.rowIds()), dialogue, List.of()))
        .isEqualTo("The buyers are CFOs.\n\nAwareness (1 to 2 weeks).\n\nDecision.");
  }

  private static FieldCaptured captured(String path, String value) {
    return new FieldCaptured(
        path, FieldValue.text(value), new Provenance(Origin.CHAT, "nora", null, 1));
  }

  private static final String NOTE_SUMMARY_EN =
      """
      summary: note
      locale: en
      subject: { field: subject, otherwise: this note }
      only_name: "{name}."
      nothing: Nothing.
      focus: {}
      texts:
        all:
          most: 3
          addressed: false
          topics: [{ id: what, part: all, weight: 1, say: ["It is about {subject:things}."] }]
      """;

  private static final FlowFile NOTE_DE =
      new FlowFile(
          "note.de.yaml",
          """
          texts: note
          locale: de
          title: Notiz
          phases:
            all: { title: Alles, intro: Hallo. }
          fields:
            subject: { label: Thema, ask: Worum geht es?, help: Ein Wort., why: Darum., cues: [thema] }
            body: { label: Text, ask: Und was?, help: Worte., why: Darum., cues: [text] }
          """);

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

  private static FlowFile messagesDe() {
    var english = SummaryCatalogTest.resource("/flows/messages.en.yaml");
    return new FlowFile("messages.de.yaml", english.replaceFirst("messages: en", "messages: de"));
  }

  private static Dialogue dialogue(FlowDefinition definition, String path, String value) {
    return dialogue(definition.name(), "en", path, value);
  }

  private static Dialogue dialogue(String locale, String path, String value) {
    return dialogue("note", locale, path, value);
  }

  private static Dialogue dialogue(String flow, String locale, String path, String value) {
    return Dialogue.notStarted(Map.of())
        .after(List.of(new SessionStarted(flow, 1, locale, "nora"), captured(path, value)));
  }
}
