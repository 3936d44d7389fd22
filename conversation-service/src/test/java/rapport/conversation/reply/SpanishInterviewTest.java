package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whole interviews in Spanish. */
class SpanishInterviewTest {

  /** What is answered when a field of a customer profile is the first one asked. */
  private static final Map<String, String> PROFILE =
      Map.ofEntries(
          Map.entry("ready", "¡Sí, empecemos!"),
          Map.entry("type", "es quien paga"),
          Map.entry("b2b_b2c", "para su empresa"),
          Map.entry("prototype_name", "Llamémosla Nora Lindqvist"),
          Map.entry("company_name", "para Café Aguaclara SL"),
          Map.entry("job_title", "es directora de compras"),
          Map.entry(
              "demographics.age",
              "cuarenta y tantos, gana unos 85.000 euros y tiene una licenciatura"),
          Map.entry("demographics.work_experience", "Empezó en el almacén; sénior; maquinaria"),
          Map.entry(
              "demographics.num_employees",
              "unos 1.200 empleados, 3 millones de euros de facturación, tres sedes"),
          Map.entry("demographics.years_in_business", "más de veinte años"),
          Map.entry("demographics.markets_served", "no lo sé, la verdad"),
          Map.entry("psychographics.decision_making", "Compara tres ofertas"),
          Map.entry(
              "psychographics.likes_dislikes",
              "le gustan los precios claros, odia los contratos largos"),
          Map.entry("behavioral.media_consumption", "Revistas del sector y LinkedIn"),
          Map.entry("behavioral.habits_skills", "Planea cada lunes por la mañana"),
          Map.entry("behavioral.research_methods", "Pregunta a sus colegas"),
          Map.entry("environment.technology_landscape", "SAP y Excel"),
          Map.entry("environment.buying_power", "hasta 10.000 euros sin preguntar"),
          Map.entry("environment.purchasing_process", "Dos ofertas, luego la jefa"),
          Map.entry("review_now", "sí, está bien"),
          Map.entry("want_summary", "no, gracias"));

  /** The same for a buying process with the usual stages. */
  private static final Map<String, String> MAPPING =
      Map.ofEntries(
          Map.entry("persona_name", "Responsable de TI de una pyme"),
          Map.entry("persona_pain_points", "demasiadas aprobaciones y licencias caras"),
          Map.entry("stage_mode", "las tres habituales"),
          Map.entry("[s1].buyer_actions", "Leen opiniones; dos o tres semanas; colegas"),
          Map.entry(
              "[s2].buyer_actions", "1. Comparan tres proveedores 2. un mes 3. el equipo de TI"),
          Map.entry("[s3].buyer_actions", "Negocian el contrato; 14 días; la dirección general"),
          Map.entry(
              "[s1].seller_actions",
              "Tenemos una primera llamada; artículos de blog; No estás solo"),
          Map.entry(
              "[s2].seller_actions", "Mostramos una demo; un seminario web; Listo en dos semanas"),
          Map.entry(
              "[s3].seller_actions",
              "Enviamos una oferta; lista de precios; Se cancela cuando quieras"),
          Map.entry("want_summary", "no, gracias"),
          Map.entry("next_action", "hemos terminado"));

  private static Talk profile() {
    return new Talk("es", "customer-profile", "saltar").interview(PROFILE);
  }

  private static Talk mapping() {
    return new Talk("es", "buying-process", "saltar").interview(MAPPING);
  }

  @Test
  void captures_a_customer_profile_said_in_spanish() {
    var talk = profile();

    assertThat(talk.completed()).isTrue();
    assertThat(talk.values())
        .containsEntry("type", "Economic Buyer")
        .containsEntry("b2b_b2c", "B2B")
        .containsEntry("prototype_name", "Nora Lindqvist")
        .containsEntry("company_name", "Café Aguaclara SL")
        .containsEntry("job_title", "directora de compras")
        .containsEntry("demographics.age", "40-49")
        .containsEntry("demographics.income", "85000 EUR")
        .containsEntry("demographics.education", "licenciatura")
        .containsEntry("demographics.work_experience", "Empezó en el almacén")
        .containsEntry("demographics.level_of_experience", "sénior")
        .containsEntry("demographics.industry", "maquinaria")
        .containsEntry("demographics.num_employees", "1200")
        .containsEntry("demographics.annual_revenue", "3000000 EUR")
        .containsEntry("demographics.num_locations", "3")
        .containsEntry("demographics.years_in_business", "20+ años")
        .containsEntry(
            "psychographics.likes_dislikes",
            "le gustan los precios claros, odia los contratos largos")
        .containsEntry("environment.buying_power", "10000 EUR")
        .doesNotContainKey("demographics.markets_served");
  }

  @Test
  void captures_a_buying_process_said_in_spanish() {
    var talk = mapping();

    assertThat(talk.completed()).isTrue();
    assertThat(talk.values())
        .containsEntry("persona_name", "Responsable de TI de una pyme")
        .containsEntry("persona_pain_points", "demasiadas aprobaciones y licencias caras")
        .containsEntry("buying_stages[s1].stage_name", "Awareness")
        .containsEntry("buying_stages[s1].duration", "2-3 semanas")
        .containsEntry("buying_stages[s1].key_influencers", "colegas")
        .containsEntry("buying_stages[s2].duration", "1 mes")
        .containsEntry("buying_stages[s3].buyer_actions", "Negocian el contrato")
        .containsEntry("buying_stages[s3].duration", "14 días")
        .containsEntry("buying_stages[s1].content_type", "artículos de blog")
        .containsEntry("buying_stages[s2].key_message", "Listo en dos semanas")
        .containsEntry("buying_stages[s3].key_message", "Se cancela cuando quieras");
  }

  @Test
  void changes_stages_when_asked_in_spanish() {
    var talk =
        mapping()
            .says("añade una etapa Renovación después de Decision")
            .says("la segunda etapa dura en realidad dos meses")
            .says("quita la etapa Awareness");

    assertThat(talk.values())
        .containsEntry("buying_stages[s4].stage_name", "Renovación")
        .containsEntry("buying_stages[s2].duration", "2 meses")
        .doesNotContainKey("buying_stages[s1].stage_name");
    assertThat(talk.says("deshacer").values())
        .containsEntry("buying_stages[s1].stage_name", "Awareness");
  }

  @Test
  void reads_spanish_from_the_first_word_to_the_last() {
    for (var talk : List.of(profile(), mapping())) {
      for (var said :
          List.of(
              "gracias",
              "¿qué tenemos hasta ahora?",
              "¿por qué preguntas?",
              "¿qué quieres decir?",
              "ayuda",
              "¿cuántas preguntas faltan?",
              "¿puedo hablar con una persona?",
              "xyzzy",
              "deshacer",
              "vuelve a la edad",
              "tiene 45 años",
              "adiós")) {
        talk.says(said);
      }
      var english = talk.onlyEnglish();

      assertThat(english).hasSizeGreaterThan(150);
      assertThat(talk.read())
          .isNotEmpty()
          .allSatisfy(text ->
              assertThat(english.stream().filter(one -> reads(text, one)).toList())
                  .as(text)
                  .isEmpty());
    }
  }

  /** "decision" is in no "decisiones". */
  private static boolean reads(String text, String english) {
    return Pattern.compile("(?<!\\p{L})" + Pattern.quote(english) + "(?!\\p{L})")
        .matcher(text)
        .find();
  }

  @Test
  void writes_amounts_and_lists_as_spanish_does() {
    assertThat(String.join("\n", profile().read()))
        .contains("85.000\u00a0€")
        .contains("1.200")
        .contains(" y ")
        .contains("ngresos anuales");
  }
}
