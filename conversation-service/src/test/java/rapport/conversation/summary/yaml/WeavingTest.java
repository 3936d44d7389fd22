package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.Summarizer;

/** How what people type finds its place in a sentence. */
class WeavingTest {

  private static final Summarizer SUMMARIZER =
      SummaryCatalog.fromClasspath(FlowCatalog.fromClasspath())
          .find("customer-profile", "en")
          .orElseThrow();

  private static String about(String path, String typed) {
    return SUMMARIZER.summarize(
        Map.of("prototype_name", FieldValue.text("Nora Lindqvist"), path, FieldValue.text(typed)),
        Map.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          procurement lead         | Nora Lindqvist is a procurement lead.
          HR MANAGER               | Nora Lindqvist is an HR manager.
          Office Manager           | Nora Lindqvist is an office manager.
          Head of Operations       | Nora Lindqvist is a head of operations.
          university lecturer      | Nora Lindqvist is a university lecturer.
          hourly worker            | Nora Lindqvist is an hourly worker.
          it director              | Nora Lindqvist is an IT director.
          UX designer              | Nora Lindqvist is a UX designer.
          Store managers           | Nora Lindqvist stands for store managers.
          the owner of a bakery    | Nora Lindqvist is the owner of a bakery.
          runs the warehouse.      | Nora Lindqvist runs the warehouse.
          retired                  | Nora Lindqvist is retired.
          Marketing lead @ {Acme}  | Nora Lindqvist is a marketing lead @ Acme.
          n/a                      | So far there is only a name: Nora Lindqvist.
          """)
  void a_job_title_gets_its_article(String typed, String text) {
    assertThat(about("job_title", typed)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Extremely, she compares prices on three sites | Nora Lindqvist is extremely price-conscious. She compares prices on three sites.
          a lot                                         | Nora Lindqvist is very price-conscious.
          Very, but not for shoes                       | Nora Lindqvist is very price-conscious, but not for shoes.
          not at all                                    | Nora Lindqvist is not at all price-conscious.
          yes                                           | Nora Lindqvist is price-conscious.
          Yes, always waits for sales                   | Nora Lindqvist is price-conscious and always waits for sales.
          nope                                          | Nora Lindqvist is not price-conscious.
          waits for sales                               | When it comes to prices, Nora Lindqvist waits for sales.
          They wait for sales!!                         | They wait for sales.
          THEY WAIT FOR SALES                           | They wait for sales.
          careful                                       | About prices, Nora Lindqvist is careful.
          to save for a house                           | On prices, one thing is worth knowing: to save for a house.
          It depends on the season                      | On prices, one thing is worth knowing: it depends on the season.
          """)
  void an_answer_of_any_kind_becomes_a_sentence(String typed, String text) {
    assertThat(about("psychographics.price_sensitivity", typed)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120000 USD                  | $120,000
          50000-80000 EUR             | €50,000 to €80,000
          1500000 GBP                 | £1.5 million
          50000+ USD                  | $50,000 or more
          <50000 USD                  | under $50,000
          about 60k euros a year      | about 60k euros
          roughly $90,000 before tax  | roughly $90,000 before tax
          """)
  void amounts_are_written_for_people(String canonical, String written) {
    assertThat(about("demographics.income", canonical))
        .isEqualTo("Nora Lindqvist earns " + written + " a year.");
  }

  @Test
  void counts_have_their_noun_in_the_right_number() {
    assertThat(about("demographics.num_locations", "1")).contains("1 location.");
    assertThat(about("demographics.num_locations", "1000-2000"))
        .contains("1,000 to 2,000 locations");
  }

  @Test
  void a_long_value_ends_where_a_clause_does() {
    var typed =
        "Watches the news on three channels in the morning, reads two papers over lunch, skims the"
            + " trade press in the afternoon, and listens to podcasts about history, cooking and"
            + " gardening until late in the evening";

    assertThat(about("behavioral.media_consumption", typed))
        .endsWith("the trade press in the afternoon.");
  }

  @Test
  void a_name_alone_is_enough_and_so_is_nothing() {
    assertThat(about("job_title", "???")).isEqualTo("So far there is only a name: Nora Lindqvist.");
    assertThat(SUMMARIZER.summarize(Map.of(), Map.of(), List.of("pain points")))
        .isEqualTo("There is nothing to tell yet.");
  }

  @Test
  void a_focus_in_own_words_is_found_by_label_and_cue_words() {
    var values =
        Map.of(
            "prototype_name", FieldValue.text("Nora Lindqvist"),
            "environment.languages_spoken", FieldValue.text("French, some English"),
            "psychographics.decision_making", FieldValue.text("Gut feeling"),
            "demographics.gender", FieldValue.text("Mostly women"));

    assertThat(SUMMARIZER.summarize(values, Map.of(), List.of("which languages they speak")))
        .startsWith("They speak French and some English.");
    assertThat(SUMMARIZER.summarize(values, Map.of(), List.of("gender"))).contains("mostly women");
    assertThat(SUMMARIZER.summarize(values, Map.of(), List.of())).doesNotContain("women");
  }
}
