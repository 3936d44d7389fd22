package rapport.lead.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.LeadEvent.Candidate;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.PersonaState.Maker;
import rapport.lead.fact.FactFinder;
import rapport.lead.persona.file.PersonaFile;
import rapport.lead.signal.Heard;
import rapport.lead.signal.SignalFinder;
import tools.jackson.databind.json.JsonMapper;

class BeliefTest {

  private static final PersonaModel MODEL = PersonaModel.ofWords(PersonaFile.starter());

  @Test
  void nothing_said_is_nobody_known() {
    var belief = MODEL.believe(List.of());
    assertThat(belief.first().id()).isEqualTo(Candidate.UNKNOWN);
    assertThat(belief.assigned(null)).isEmpty();
    assertThat(belief.candidates().stream().mapToDouble(Candidate::confidence).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void evidence_adds_up_over_messages() {
    var once = after("we are a web agency");
    var twice = after("we are a web agency", "our clients want their own logo on it");
    assertThat(twice.of("agency")).isGreaterThan(once.of("agency"));
    assertThat(twice.assigned(null)).contains("agency");
  }

  @Test
  void what_a_visitor_says_they_are_not_counts_most() {
    var before = after("do you have a price for a small team, for a startup");
    var after =
        after("do you have a price for a small team, for a startup", "we are not a startup");
    assertThat(after.of("saas_startup")).isLessThan(before.of("saas_startup") / 2);
  }

  @Test
  void a_persona_stays_until_another_is_sure_and_clearly_ahead() {
    var nearly = belief(Map.of("agency", 2.0, "online_shop", 2.1));
    assertThat(nearly.assigned("agency")).contains("agency");
    var clearly = belief(Map.of("agency", 2.0, "online_shop", 6.0));
    assertThat(clearly.assigned("agency")).contains("online_shop");
  }

  @Test
  void who_wants_a_job_is_nobody_of_them() {
    assertThat(after("hi, any open positions for developers?").first().id())
        .isEqualTo(Candidate.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wir sind eine Agentur und brauchen das für unsere Kunden | agency",
        "tenemos una tienda online con muchos pedidos y devoluciones | online_shop",
      })
  void visitors_may_speak_another_language_than_the_personas(String message, String persona) {
    assertThat(after(message).candidates())
        .extracting(Candidate::id)
        .filteredOn(id -> !id.equals(Candidate.UNKNOWN))
        .startsWith(persona);
  }

  @Test
  void personas_may_speak_another_language_than_english() {
    var json =
        """
        {"umzug": [
          {"id": "familie", "name": "Familie", "description": "Zieht mit Kindern in ein Haus um.",
            "vocabulary": ["Umzug", "Wohnung"], "needs": ["Die Möbel sollen sicher ankommen."]},
          {"id": "firma", "name": "Firma", "description": "Zieht mit dem Büro um.",
            "vocabulary": ["Büroumzug", "Server"], "needs": ["Die Mitarbeiter sollen am Montag arbeiten."]}]}
        """;
    var personas =
        PersonaFile.read(JsonMapper.shared().readTree(json), Maker.CRAWL)
            .getOrDefault("umzug", List.of());
    var model = PersonaModel.ofWords(personas);
    var said = model.said("wir ziehen mit dem Büro um", List.of(), Heard.NOTHING);
    assertThat(model.believe(said).of("firma")).isGreaterThan(model.believe(said).of("familie"));
    var arrival = new Arrival(null, "https://x.example/wohnung", null, null, Map.of());
    var arrived = model.believe(model.arrived(arrival));
    assertThat(arrived.of("familie")).isGreaterThan(arrived.of("firma"));
  }

  @Test
  void the_page_speaks_too() {
    var arrival = new Arrival(null, "https://x.example/agencies/white-label", null, null, Map.of());
    var belief = MODEL.believe(MODEL.arrived(arrival));
    assertThat(belief.of("agency")).isGreaterThan(belief.of("online_shop"));
  }

  @Test
  void every_piece_of_evidence_names_the_words() {
    assertThat(evidence("we are a web agency"))
        .allSatisfy(one -> {
          assertThat(one.quote()).isEqualTo("we are a web agency");
          assertThat(one.weight()).isNotZero();
        });
  }

  private static Belief belief(Map<String, Double> weights) {
    var evidence = new ArrayList<Evidence>();
    weights.forEach((id, weight) -> evidence.add(new Evidence(id, "said", weight, "words")));
    return MODEL.believe(evidence);
  }

  private static Belief after(String... messages) {
    var evidence = new ArrayList<Evidence>();
    for (var message : messages) {
      evidence.addAll(evidence(message));
    }
    return MODEL.believe(evidence);
  }

  private static List<Evidence> evidence(String message) {
    return MODEL.said(message, new FactFinder().in(message), SignalFinder.BY_WORDS.in(message));
  }
}
