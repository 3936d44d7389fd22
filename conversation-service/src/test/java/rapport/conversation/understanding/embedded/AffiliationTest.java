package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.conversation.dialogue.Act;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.Utterance;

/** Who visitors say they are, and for whom they speak, before anybody asked. */
class AffiliationTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();

  private static final EmbeddedInterpreter INTERPRETER = EmbeddedInterpreter.of("en");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I'm Dana from Brightloom                                  | Brightloom
          Hi, I'm Dana Weber from Brightloom GmbH in Berlin         | Brightloom GmbH
          This is Dana from Brightloom, we need help                | Brightloom
          Dana here, Brightloom Ltd                                 | Brightloom Ltd
          Dana from Brightloom here                                 | Brightloom
          Hello, Dana from Brightloom                               | Brightloom
          we at Kettle & Co are looking for a way to answer mails   | Kettle & Co
          Here at Kettle & Co we drown in mails                     | Kettle & Co
          I work for Brightloom and we get too many tickets         | Brightloom
          I'm writing on behalf of Brightloom                       | Brightloom
          Hi, I'm with Brightloom                                   | Brightloom
          I'm Dana from Berlin Packaging Ltd                        | Berlin Packaging Ltd
          """)
  void the_company_somebody_speaks_for_is_heard(String text, String company) {
    assertThat(heard(text, "company_name")).contains(company);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm Dana from Berlin",
        "I'm Dana from Berlin Mitte",
        "I'm Dana from Germany",
        "I'm Dana from the Netherlands",
        "I'm Dana from Kleinort, Germany",
        "I'm Dana from Malmesbury",
        "I'm Dana from Wrexham",
        "I'm Dana from Cirencester",
        "I'm Dana from Reutlingen",
        "I'm Dana from accounting",
        "I'm Dana from Accounting",
        "I'm Dana from Customer Support",
        "I'm coming from the pricing page",
        "I come from the pricing page",
        "I'm from Springfield",
        "Leads from HubSpot",
        "Switching from Zendesk to something better",
        "I don't work for Brightloom",
        "We work at night",
        "we at least need something faster",
        "I'm with you",
        "Mails from Outlook are the problem",
      })
  void what_may_as_well_be_something_else_is_no_company(String text) {
    assertThat(heard(text, "company_name")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Hi. Dana here, Dana",
    "'Hi, Dana from accounting', Dana",
    "'Dana here, Brightloom Ltd', Dana",
    "I'm Dana from Berlin, Dana"
  })
  void the_name_somebody_gives_is_heard(String text, String name) {
    assertThat(heard(text, "name")).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Head of IT here",
        "Hello, Head of IT at Brannock Freight",
        "Mails from Outlook",
        "Nothing here",
        "Everything here is done by hand"
      })
  void no_title_and_no_thing_is_anybodys_name(String text) {
    assertThat(heard(text, "name")).isEmpty();
  }

  private Optional<String> heard(String text, String path) {
    var flow = FLOWS.latest("lead-to-sales");
    var begun = Dialogue.notStarted(Map.of());
    var start = DialogueDecider.decide(flow, begun, new DialogueCommand.Start("en", "v_1"));
    var dialogue = begun.after(((Decision.Accepted) start).events());
    var utterance = Utterance.in(flow, dialogue, FLOWS.texts("lead-to-sales", "en"), text);
    return INTERPRETER.acts(utterance).stream()
        .flatMap(act ->
            act instanceof Act.Fill(var filled, var value, _, _) && filled.equals(path)
                ? Optional.of(value.display()).stream()
                : Optional.<String>empty().stream())
        .findFirst();
  }
}
