package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole interviews in German. */
class GermanInterviewTest {

  /** What is answered when a field of a customer profile is the first one asked. */
  private static final Map<String, String> PROFILE =
      Map.ofEntries(
          Map.entry("ready", "Ja, los geht's!"),
          Map.entry("type", "Sie zahlt dafür"),
          Map.entry("b2b_b2c", "für ihre Firma"),
          Map.entry("prototype_name", "Nennen wir sie Nora Lindqvist"),
          Map.entry("company_name", "für die Brightwater GmbH"),
          Map.entry("job_title", "Sie ist Einkaufsleiterin"),
          Map.entry(
              "demographics.age",
              "Mitte 40, verdient rund 85.000 Euro und hat eine kaufmännische Ausbildung"),
          Map.entry(
              "demographics.work_experience", "Hat im Lager angefangen; Senior; Maschinenbau"),
          Map.entry(
              "demographics.num_employees",
              "etwa 1.200 Mitarbeitende, 3 Mio. Euro Umsatz, drei Standorte"),
          Map.entry("demographics.years_in_business", "seit über zwanzig Jahren"),
          Map.entry("demographics.markets_served", "weiß ich leider nicht"),
          Map.entry("psychographics.decision_making", "Vergleicht drei Angebote"),
          Map.entry("psychographics.likes_dislikes", "mag klare Preise, hasst lange Verträge"),
          Map.entry("behavioral.media_consumption", "Fachzeitschriften und LinkedIn"),
          Map.entry("behavioral.habits_skills", "Plant jeden Montagmorgen"),
          Map.entry("behavioral.research_methods", "Fragt Kolleginnen"),
          Map.entry("environment.technology_landscape", "SAP und Excel"),
          Map.entry("environment.buying_power", "bis 10.000 Euro ohne Rückfrage"),
          Map.entry("environment.purchasing_process", "Zwei Angebote, dann die Chefin"),
          Map.entry("review_now", "ja, passt"),
          Map.entry("want_summary", "nein danke"));

  /** The same for a buying process with the usual stages. */
  private static final Map<String, String> MAPPING =
      Map.ofEntries(
          Map.entry("persona_name", "IT-Leiter im Mittelstand"),
          Map.entry("persona_pain_points", "zu viele Freigaben und teure Lizenzen"),
          Map.entry("stage_mode", "die üblichen drei"),
          Map.entry(
              "[s1].buyer_actions",
              "Sie lesen Bewertungen, das dauert zwei bis drei Wochen, beeinflusst von Kollegen"),
          Map.entry(
              "[s2].buyer_actions", "1. Sie vergleichen drei Anbieter 2. ein Monat 3. der Einkauf"),
          Map.entry(
              "[s3].buyer_actions", "Sie verhandeln den Vertrag; 14 Tage; die Geschäftsführung"),
          Map.entry(
              "[s1].seller_actions",
              "Wir führen ein Erstgespräch; Blogartikel; Du bist nicht allein"),
          Map.entry(
              "[s2].seller_actions",
              "Wir zeigen eine Demo; ein Webinar; In zwei Wochen eingeführt"),
          Map.entry(
              "[s3].seller_actions", "Wir schicken ein Angebot; Preisliste; Jederzeit kündbar"),
          Map.entry("want_summary", "nein danke"),
          Map.entry("next_action", "wir sind fertig"));

  private static Talk talk(String flow) {
    return new Talk("de", flow, "überspringen");
  }

  @Test
  void captures_a_customer_profile_said_in_german() {
    var talk = talk("customer-profile").interview(PROFILE);

    assertThat(talk.completed()).isTrue();
    assertThat(talk.values())
        .containsEntry("type", "Economic Buyer")
        .containsEntry("b2b_b2c", "B2B")
        .containsEntry("prototype_name", "Nora Lindqvist")
        .containsEntry("company_name", "Brightwater GmbH")
        .containsEntry("job_title", "Einkaufsleiterin")
        .containsEntry("demographics.age", "44-46")
        .containsEntry("demographics.income", "85000 EUR")
        .containsEntry("demographics.education", "kaufmännische Ausbildung")
        .containsEntry("demographics.work_experience", "Hat im Lager angefangen")
        .containsEntry("demographics.level_of_experience", "Senior")
        .containsEntry("demographics.industry", "Maschinenbau")
        .containsEntry("demographics.num_employees", "1200")
        .containsEntry("demographics.annual_revenue", "3000000 EUR")
        .containsEntry("demographics.num_locations", "3")
        .containsEntry("demographics.years_in_business", "20+ Jahre")
        .containsEntry("psychographics.likes_dislikes", "mag klare Preise, hasst lange Verträge")
        .containsEntry("environment.buying_power", "10000 EUR")
        .doesNotContainKey("demographics.markets_served");
  }

  @Test
  void captures_a_buying_process_said_in_german() {
    var talk = talk("buying-process").interview(MAPPING);

    assertThat(talk.completed()).isTrue();
    assertThat(talk.values())
        .containsEntry("persona_name", "IT-Leiter im Mittelstand")
        .containsEntry("persona_pain_points", "zu viele Freigaben und teure Lizenzen")
        .containsEntry("buying_stages[s1].stage_name", "Awareness")
        .containsEntry("buying_stages[s1].duration", "2-3 Wochen")
        .containsEntry("buying_stages[s1].key_influencers", "Kollegen")
        .containsEntry("buying_stages[s2].duration", "1 Monat")
        .containsEntry("buying_stages[s3].buyer_actions", "verhandeln den Vertrag")
        .containsEntry("buying_stages[s3].duration", "14 Tage")
        .containsEntry("buying_stages[s3].key_influencers", "Geschäftsführung")
        .containsEntry("buying_stages[s1].content_type", "Blogartikel")
        .containsEntry("buying_stages[s2].key_message", "In zwei Wochen eingeführt")
        .containsEntry("buying_stages[s3].key_message", "Jederzeit kündbar");
  }

  @Test
  void changes_stages_when_asked_in_german() {
    var talk =
        talk("buying-process")
            .interview(MAPPING)
            .says("füge nach Decision eine Phase Verlängerung hinzu")
            .says("nenne Decision in Abschluss um")
            .says("die zweite Phase dauert doch zwei Monate")
            .says("streiche die Phase Awareness");

    assertThat(talk.values())
        .containsEntry("buying_stages[s4].stage_name", "Verlängerung")
        .containsEntry("buying_stages[s3].stage_name", "Abschluss")
        .containsEntry("buying_stages[s2].duration", "2 Monate")
        .doesNotContainKey("buying_stages[s1].stage_name");
    assertThat(talk.says("rückgängig").values())
        .containsEntry("buying_stages[s1].stage_name", "Awareness");
  }

  @Test
  void reads_german_from_the_first_word_to_the_last() {
    for (var talk :
        List.of(
            talk("customer-profile").interview(PROFILE),
            talk("buying-process").interview(MAPPING))) {
      for (var said :
          List.of(
              "danke",
              "was haben wir bisher?",
              "warum fragst du?",
              "was meinst du damit?",
              "Hilfe",
              "wie viele Fragen kommen noch?",
              "kann ich mit einem Menschen sprechen?",
              "xyzzy",
              "rückgängig",
              "zurück zum Alter",
              "uralt",
              "sie ist 45",
              "tschüss")) {
        talk.says(said);
      }
      var english = talk.onlyEnglish();

      assertThat(english).hasSizeGreaterThan(150);
      assertThat(talk.read())
          .isNotEmpty()
          .allSatisfy(text ->
              assertThat(english.stream().filter(text::contains).toList()).as(text).isEmpty());
    }
  }

  @Test
  void writes_amounts_and_lists_as_german_does() {
    var talk = talk("customer-profile").interview(PROFILE);

    assertThat(String.join("\n", talk.read()))
        .contains("85.000\u00a0€")
        .contains("1.200")
        .contains(" und ")
        .contains("Jahreseinkommen");
  }
}
