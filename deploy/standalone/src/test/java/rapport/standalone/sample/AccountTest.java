package rapport.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The made-up accounts, of any seed. */
class AccountTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
  private static final int SEEDS = Integer.getInteger("sample.seeds", 12);
  private static final int LARGEST_BODY = 256 * 1024;
  private static final Pattern ADDRESS = Pattern.compile("\\S+@([a-z-]+\\.)+example");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void the_same_seed_makes_the_same_accounts_and_another_one_others() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(text(seed, 4)).isEqualTo(text(seed, 4)).isNotEqualTo(text(seed + 1, 4));
    }
  }

  @Test
  void more_accounts_leave_the_first_ones_as_they_are() {
    assertThat(Company.all(7, 120, TODAY).subList(0, 6)).isEqualTo(Company.all(7, 6, TODAY));
  }

  @Test
  void every_way_an_account_can_go_is_there_and_no_two_have_a_name() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var all = Company.all(seed, 120, TODAY);
      assertThat(all).extracting(Company::name).doesNotHaveDuplicates();
      assertThat(all).extracting(Company::domain).doesNotHaveDuplicates();
      assertThat(EnumSet.copyOf(all.stream().map(Company::story).toList()))
          .isEqualTo(EnumSet.allOf(Story.class));
    }
  }

  @Test
  void addresses_belong_to_nobody() {
    forAll(account ->
        assertThat(account.people())
            .allSatisfy(person -> assertThat(person.email()).matches(ADDRESS)));
  }

  @Test
  void whoever_is_named_is_a_contact_and_the_day_is_over() {
    forAll(account -> {
      var past = JSON.valueToTree(account.past()).path("past");
      var people = ids(past.path("contacts"), "id");
      var contracts = ids(past.path("contracts"), "id");
      for (var met : past.path("interactions")) {
        assertThat(people).containsAll(texts(met.path("contacts")));
        assertThat(texts(met.path("contacts"))).as(met.toString()).isNotEmpty();
        assertThat(Instant.parse(met.path("at").asString())).isBefore(end(TODAY));
      }
      for (var deal : past.path("deals")) {
        assertThat(people).containsAll(texts(deal.at("/details/contacts")));
        var contract = deal.at("/details/contract").asString("");
        assertThat(contract.isEmpty() || contracts.contains(contract)).isTrue();
        assertThat(deal.path("visits").valueStream().map(it -> it.path("since").asString()))
            .as(deal.toString())
            .isSorted();
      }
      for (var answer : past.path("nps")) {
        assertThat(people).contains(answer.path("contact").asString());
      }
    });
  }

  @Test
  void no_account_is_larger_than_a_request_may_be_and_every_text_is_filled() {
    forAll(account -> {
      var body = JSON.writeValueAsString(account.past());
      assertThat(body.length()).as(account.company().name()).isLessThan(LARGEST_BODY);
      assertThat(body).doesNotContain("{name}", "{company}", "{champion}", "{goal}", "{pain}");
    });
  }

  @Test
  void customers_have_a_contract_and_are_used_and_others_are_not() {
    forAll(account -> {
      var past = JSON.valueToTree(account.past()).path("past");
      var customer = account.company().story().isCustomer();
      assertThat(past.path("contracts").isEmpty()).isEqualTo(!customer);
      assertThat(past.path("usage").isEmpty()).isEqualTo(!customer);
      assertThat(past.path("customerSince").isMissingNode()).isEqualTo(!customer);
    });
  }

  private interface Check {
    void of(Account account);
  }

  private static void forAll(Check check) {
    IntStream.range(0, SEEDS)
        .boxed()
        .flatMap(seed -> Company.all(seed, 12, TODAY).stream())
        .map(Account::of)
        .forEach(check::of);
  }

  private static String text(long seed, int count) {
    return JSON.writeValueAsString(
        Company.all(seed, count, TODAY).stream().map(Account::of).map(Account::past).toList());
  }

  private static Set<String> ids(JsonNode things, String field) {
    var ids = new HashSet<String>();
    things.forEach(thing -> ids.add(thing.path(field).asString()));
    return ids;
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static Instant end(LocalDate day) {
    return Told.at(day.plusDays(1), 0, 0);
  }

  @Test
  void what_is_told_leaves_out_what_has_no_value() {
    assertThat(Told.map("a", 1, "b", null)).isEqualTo(Map.of("a", 1));
  }
}
