package rapport.integrations.automation.definition;

import java.util.List;
import rapport.integrations.automation.Workflow;

/** What became of a YAML document that was read. */
public sealed interface Definition {

  /** Every automation in it, with the part of the document it is written in. */
  record Valid(List<Written> automations) implements Definition {
    public Valid {
      automations = List.copyOf(automations);
    }
  }

  /** An automation and a document that has it alone. */
  record Written(Workflow workflow, String yaml) {}

  /** What is wrong with it, in the order of the document; nothing of it is taken. */
  record Invalid(List<Fault> faults) implements Definition {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }
}
