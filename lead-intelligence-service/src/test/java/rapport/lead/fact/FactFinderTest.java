package rapport.lead.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;

class FactFinderTest {

  private static final FactFinder FACTS = new FactFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "there are nine of us | company.size | 9",
        "a 1,200-person company | company.size | 1200",
        "between 50 and 60 employees | company.size | 50-60",
        "a team of two dozen | company.size | 24",
        "I'm self-employed | company.size | 1",
        "it's just me and my sister | company.size | 2",
        "it is me and two others | company.size | 3",
        "about 250 letters a week | requirements.volume | 250 letters a week",
        "we run 36 kiosks in the north | requirements.volume | 36 kiosks",
        "some 1.2 million letters a year | requirements.volume | 1.2 million letters a year",
        "We've 40,000 pages on it | requirements.volume | 40,000 pages",
        "wir haben etwa 60 Aufträge pro Woche | requirements.volume | 60 Aufträge pro Woche",
        "Insgesamt sind das 12.500 Quadratmeter | requirements.volume | 12.500 Quadratmeter",
        "tenemos unas 300 plazas en el centro | requirements.volume | 300 plazas",
        "es muss bis Ende März stehen | requirements.timeline | bis Ende März",
        "lo necesitamos antes de septiembre | requirements.timeline | antes de septiembre",
        "we have put aside 1500 to 2000. | requirements.budgetRange | 1500 to 2000",
        "como mucho 900 euros | requirements.budgetRange | 900 euros",
        "we move on 3 June, it must be there by 28 May | requirements.timeline | by 28 May",
        "Das Fest ist am 12. September. | requirements.timeline | am 12. September",
        "it is for saturday the 22nd | requirements.timeline | for saturday the 22nd",
        "in february 2028 at the latest | requirements.timeline | in february 2028",
        "it should be done before school starts | requirements.timeline | before school starts",
        "can you do that by the 9th? | requirements.timeline | by the 9th",
        "the board has given us 25k for it | requirements.budgetRange | 25k",
        "it has to run before the end of May | requirements.timeline | before the end of May",
        "we start within six weeks | requirements.timeline | within six weeks",
        "our budget is $2,000 a month | requirements.budgetRange | $2,000 a month",
        "we can spend up to 900 euros | requirements.budgetRange | 900 euros",
        "I'm the CTO of a small firm | behavior.role | CTO",
        "head of sales here | behavior.role | head of sales",
        "we run a hotel by the sea | company.industry | hospitality",
        "looking for a way to answer faster. | requirements.primaryUseCase | answer faster",
        "about 60 guest enquiries a week, I answer them at night | requirements.primaryUseCase | guest enquiries",
        "late cancellations are killing us | requirements.primaryUseCase | late cancellations",
      })
  void finds_what_visitors_say_of_themselves(String message, String path, String value) {
    assertThat(FACTS.in(message))
        .filteredOn(fact -> fact.path().equals(path))
        .extracting(fact -> fact.value().display())
        .containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the managing director decides | false",
        "das muss ich erst meine Frau fragen | false",
        "the choice of tools is my decision | true",
        "nobody else has to agree | true",
        "I own the budget | true",
        "it's my call | true",
        "the committee has released the money | true",
        "I only recommend, others sign | false",
        "my boss has to approve it | false",
        "I'd have to ask our director | false",
        "die Geschäftsführung entscheidet das | false",
        "mi jefa tiene que verlo | false",
        "ich entscheide das | true",
      })
  void knows_who_decides(String message, boolean decides) {
    assertThat(FACTS.in(message))
        .extracting(Fact::value)
        .containsExactly(new FieldValue.Flag(decides));
  }

  @Test
  void people_are_no_volume() {
    assertThat(FACTS.in("we have 14 fitters in the north"))
        .extracting(Fact::path)
        .containsExactly("company.size");
  }

  @Test
  void gathers_the_tools_that_are_named() {
    assertThat(FACTS.in("vue in front, postgres behind. Some of it still PHP."))
        .extracting(Fact::value)
        .containsExactly(new FieldValue.Tags(List.of("Vue.js", "PostgreSQL", "PHP")));
  }

  @Test
  void a_new_name_that_something_has_to_work_with_is_a_tool() {
    assertThat(FACTS.in("can it be connected to Gravenhex?"))
        .extracting(Fact::value)
        .containsExactly(new FieldValue.Tags(List.of("Gravenhex")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "100 tickets came in",
        "do you react to mails at night?",
        "do you work with hotels?",
        "the manager called me",
        "it costs $20, right?",
        "we launched in spring",
        "we are not buying any this year",
        "that is the second time this month",
        "my flat is on the 5th floor",
      })
  void makes_nothing_up(String message) {
    assertThat(FACTS.in(message)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to mara.lund@birke.example please | mara.lund@birke.example",
        "it is mara at birke dot example | mara@birke.example",
        "mara (at) birke (dot) example | mara@birke.example",
      })
  void finds_an_address_written_or_spelled(String message, String address) {
    assertThat(EmailAddress.in(message)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"look at birke dot com", "@birke", "a@b", "find me at birke.example", "a..b@c.de"})
  void takes_nothing_else_for_an_address(String message) {
    assertThat(EmailAddress.in(message)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "today we are on Mailbird Pro | Mailbird Pro",
        "switching from Foldesk since it is slow | Foldesk",
        "how are you better than Quillo? | Quillo",
        "right now we use brindlecart for that | brindlecart",
        "how is this different from pottaphone | pottaphone",
        "brindlecart quoted us 90 a month | brindlecart",
        "everybody says we should get Plinthora | Plinthora",
        "two of the kilns are Oskerva ones | Oskerva",
      })
  void finds_other_suppliers(String message, String name) {
    assertThat(Competitors.in(message)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm with Harbourline Bank, 900 people",
        "do you work with Brindlecart",
        "surname Okafor, from last week",
        "we use Shopify",
        "we start in May",
        "I come from Lisbon",
        "we had SSO",
        "we use spreadsheets",
        "the insurer wants a list",
        "Purchasing wants an answer by March",
        "it has to talk to our Gravenhex",
        "wir sind eine Tischlerei in Fulda mit Lagerhalle",
      })
  void tools_places_and_days_are_no_suppliers(String message) {
    assertThat(Competitors.in(message)).isEmpty();
  }
}
