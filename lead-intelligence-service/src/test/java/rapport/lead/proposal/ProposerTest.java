package rapport.lead.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.PersonaState.Answer;
import rapport.contracts.PersonaState.Status;
import rapport.lead.crawl.StaticSite;
import rapport.lead.detection.Meaning;
import rapport.lead.persona.Persona;
import rapport.lead.site.PageText;

/** On four made-up sites, by words alone. */
class ProposerTest {

  private static final Path SITES = Path.of("src/test/resources/sites");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tallyhook | Agencies, Construction crews, Law firms, Freelancers, Small teams",
        "brookside | Employers, Runners and athletes, After surgery, Back pain",
        "kesselrohr | Breweries, Dairies and cheese makers, Pharmaceutical manufacturers, Planning"
            + " offices",
        "mosskettle | Cafés and restaurants, New to loose tea, Gifts, Subscription"
      })
  void proposes_those_a_site_speaks_to(String site, String names) throws IOException {
    assertThat(
            personas(site).stream()
                .map(one -> one.state().name())
                .collect(Collectors.joining(", ")))
        .isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({"tallyhook", "brookside", "kesselrohr", "mosskettle"})
  void every_claim_is_in_the_words_of_the_page_it_names(String site) throws IOException {
    var pages = pages(site);
    for (var claim : personas(site).stream().flatMap(one -> one.claims().stream()).toList()) {
      assertThat(pages)
          .filteredOn(page -> page.url().equals(claim.page()))
          .flatExtracting(PageText::quotable)
          .contains(claim.quote());
    }
  }

  @ParameterizedTest
  @CsvSource({"tallyhook", "brookside", "kesselrohr", "mosskettle"})
  void everything_a_persona_says_has_a_claim(String site) throws IOException {
    for (var one : personas(site)) {
      var claimed = one.claims().stream().map(claim -> claim.text()).toList();
      var state = one.state();
      assertThat(claimed)
          .contains(state.name(), state.opening())
          .containsAll(state.needs())
          .containsAll(state.vocabulary())
          .containsAll(state.exemplars())
          .containsAll(state.knowledge().stream().map(Answer::answer).toList())
          .containsAll(state.buttons().stream().map(button -> button.label()).toList());
      assertThat(state.status()).isEqualTo(Status.PROPOSED);
      assertThat(state.needs()).isNotEmpty();
      assertThat(state.exemplars()).isNotEmpty();
      assertThat(new Persona("id", state).thoughts()).isNotEmpty();
    }
  }

  @Test
  void answers_are_sentences_of_the_site_with_their_page() throws IOException {
    assertThat(personas("tallyhook").getFirst().state().knowledge())
        .contains(
            new Answer(
                "integration",
                "What does it work with?",
                "It connects to QuickBooks, Xero and Jira.",
                "https://tallyhook.example/index.html"),
            new Answer(
                "contract",
                "Can I cancel at any time?",
                "Yes, at the end of every month, with one click.",
                "https://tallyhook.example/faq.html"));
  }

  @Test
  void menus_footers_and_notices_are_nobodys_words() throws IOException {
    assertThat(pages("tallyhook"))
        .flatExtracting(PageText::sections)
        .flatExtracting(PageText.Section::sentences)
        .noneMatch(sentence -> sentence.text().matches("(?i).*(cookies|all rights).*"));
  }

  @Test
  void a_site_that_says_nothing_gets_no_persona() {
    var empty = new PageText("https://x.example/", "X", "", List.of(), List.of());
    assertThat(new Proposer(Meaning.NONE).propose("x", List.of(empty))).isEmpty();
    assertThat(new Proposer(Meaning.NONE).propose("x", List.of())).isEmpty();
  }

  private static List<PageText> pages(String site) throws IOException {
    return StaticSite.read(SITES.resolve(site).toAbsolutePath());
  }

  private static List<ProposedPersona> personas(String site) throws IOException {
    return new Proposer(Meaning.NONE).propose(site, pages(site));
  }
}
