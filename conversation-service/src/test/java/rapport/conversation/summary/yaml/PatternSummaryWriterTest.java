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
}
