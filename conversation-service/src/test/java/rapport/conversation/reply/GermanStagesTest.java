package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said in German about one stage of a buying process, in one sentence. */
class GermanStagesTest {

  private static Map<String, String> said(String text) {
    return new Talk("de", "buying-process", "überspringen")
        .says("IT-Leiter im Mittelstand")
        .says("zu viele Freigaben")
        .says("die üblichen drei")
        .says(text)
        .values();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sie lesen Bewertungen, ein bis zwei Wochen, der Finanzchef | lesen Bewertungen | 1-2 Wochen | Finanzchef
          Sie lesen Bewertungen, das dauert ein bis zwei Wochen, der Finanzchef redet mit | lesen Bewertungen | 1-2 Wochen | Finanzchef
          Sie vergleichen Anbieter, zwei bis drei Wochen, die Finanzchefin | vergleichen Anbieter | 2-3 Wochen | Finanzchefin
          Sie lesen Bewertungen. Eine bis zwei Wochen. Beeinflusst vom Sicherheitsteam. | lesen Bewertungen | 1-2 Wochen | Sicherheitsteam
          Sie lesen Blogs, zwei Wochen, beeinflusst vom Einkauf | lesen Blogs | 2 Wochen | Einkauf
          """)
  void takes_it_apart_by_columns(String text, String actions, String duration, String influencers) {
    assertThat(said(text))
        .containsEntry("buying_stages[s1].buyer_actions", actions)
        .containsEntry("buying_stages[s1].duration", duration)
        .containsEntry("buying_stages[s1].key_influencers", influencers);
  }

  @ParameterizedTest
  @CsvSource({"Verkaufsaktivitäten", "Vertriebsaktivitäten"})
  void knows_the_seller_side_by_its_heading(String heading) {
    assertThat(said("Sie lesen Bewertungen. " + heading + ": Wir zeigen eine Demo."))
        .containsEntry("buying_stages[s1].buyer_actions", "lesen Bewertungen")
        .hasEntrySatisfying(
            "buying_stages[s1].seller_actions",
            actions -> assertThat(actions).contains("zeigen eine Demo"));
  }
}
