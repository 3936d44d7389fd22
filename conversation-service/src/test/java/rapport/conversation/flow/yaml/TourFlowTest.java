package rapport.conversation.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.conversation.flow.Field;

/** Repeat groups and migrations as definitions write them. */
class TourFlowTest {

  @Test
  void a_definition_over_rows_has_the_fields_of_every_row_in_order() {
    var over = TourFlow.catalog().latest("tour").over(Map.of("stops", List.of("t2", "t1")));
    assertThat(over.fields().map(Field::path))
        .containsExactly(
            "guest",
            "party",
            "stops[t2].place",
            "stops[t2].guide",
            "stops[t1].place",
            "stops[t1].guide");
    assertThat(over.over(Map.of()).fields().map(Field::path)).containsExactly("guest", "party");
  }

  @Test
  void rows_share_the_texts_of_their_group() {
    var texts = TourFlow.catalog().texts("tour", "en");
    assertThat(texts.field("stops[t7].guide").label()).isEqualTo("Guide");
  }

  @Test
  void a_session_goes_on_with_its_version_or_with_one_that_takes_it_over() {
    var catalog = TourFlow.catalog();
    assertThat(catalog.forSession("tour", 1).version()).isEqualTo(1);
    assertThat(catalog.forSession("tour", 2).version()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          title: place               | title: nowhere             | tour.yaml:5: the rows of stops are called by 'stops[].nowhere'
          min: 1, max: 5             | max: 5                     | tour.yaml:5: group stops has no 'min'
          min: 1, max: 5             | min: 0, max: 5             | tour.yaml:5: stops has from 0 to 5 rows
          min: 1, max: 5             | min: 9, max: 5             | tour.yaml:5: stops has from 9 to 5 rows
          prefix: t,                 | prefix: T1,                | tour.yaml:5: 'T1' is no prefix
          max: 5 }                   | max: 5, count: guest }     | tour.yaml:5: stops is counted by 'guest'
          each: stops                | each: steps                | tour.yaml:19: there is no group 'steps'
          path: guest, type: string  | path: guest, type: string, unique: true | tour.yaml:15: guest cannot be unique
          path: guide, type: string  | control: guide, type: string | tour.yaml:20: guide is a control of stops
          path: guide, type: string  | path: guide, type: string, prefill: team | tour.yaml:20: stops[].guide has prefill
          path: guide, type: string  | path: guide, type: string, when: "stops[].place == 'x'" | tour.yaml:20: the guard of stops[].guide looks into rows
          group: stops, titles       | group: stopps, titles      | tour.yaml:22: seed_rows names 'stopps'
          from: 1                    | from: 2                    | tour.yaml:7: version 2 migrates from 2
          visitor: guest,            | visitor: gast,             | tour.yaml:7: visitor is renamed to unknown 'gast'
          visitor: guest,            | "stops[].place": guest,    | tour.yaml:7: stops[].place cannot move in or out of rows
          drop: [shoe_size]          | drop: [shoe_size, party]   | tour.yaml:7: party is dropped and there
          drop: [shoe_size]          | drop: []                   | tour.yaml:7: shoe_size is gone
          retype: { party: integer } | retype: { party: text }    | tour.yaml:7: party is not of the type it is migrated to
          retype: { party: integer } | retype: { party: number }  | tour.yaml:10: there is no type 'number'
          retype: { party: integer } | retype: {}                 | tour.yaml:7: party has another type than in version 1
          item: Stop,                | colour: red,               | tour.en.yaml:5: group stops has no 'item'
          Where are the {count}?     | Where are the {many}?      | tour.en.yaml:13: together of stops[].place uses unknown {many}
          title: Tour                | `title: Tour\nmessages: { ack.unheard: Oh. }` | there is no message ack.unheard
          """)
  void finds_a_mistake(String good, String bad, String problem) {
    assertThat(TourFlow.problems(good, bad.replace("\\n", "\n")))
        .anySatisfy(found -> assertThat(found.toString()).contains(problem));
  }
}
