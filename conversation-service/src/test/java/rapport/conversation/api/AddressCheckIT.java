package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import rapport.conversation.mailbox.SmallDns;
import rapport.conversation.session.Addresses;
import tools.jackson.databind.JsonNode;

/** An address of a visitor whose domain takes no mail, where the DNS is asked about that. */
class AddressCheckIT extends ConversationServiceSetting {

  private static final SmallDns DNS =
      new SmallDns().knows("example.com", "MX mail.example.com").knows("quiet.example", "silent");

  @Autowired Addresses addresses;

  @DynamicPropertySource
  static void check(DynamicPropertyRegistry registry) {
    registry.add("rapport.email.check-mx", () -> true);
    registry.add("rapport.email.dns", DNS::address);
  }

  @AfterEach
  void goOn() {
    DNS.goOn();
  }

  @AfterAll
  static void close() {
    DNS.close();
  }

  @Test
  void is_asked_about_once_and_may_be_given_again() {
    DNS.hold();
    var id = begin();
    var welcome = say(id, "m1", "You can write to nora@exmaple.test");
    assertThat(welcome.get("mode").asString()).as("nobody waits for the DNS").isEqualTo("sales");
    assertThat(text(welcome)).doesNotContain("exmaple");

    DNS.goOn();
    await().until(() -> addresses.isDoubted("nora@exmaple.test"));
    var doubted = say(id, "m2", "We use React");
    assertThat(text(doubted)).contains("is nora@exmaple.test");
    assertThat(doubted.get("replies").get(0).get("buttons"))
        .extracting(one -> one.get("label").asString())
        .contains("Yes", "No");

    var again = tap(id, "m3", button(doubted, "No"));
    assertThat(text(again)).contains("nora@exmaple.test", "What should it be?");
    assertThat(again.get("mode").asString()).as("nothing is lost meanwhile").isEqualTo("sales");

    var mended = say(id, "m4", "nora@example.com");
    assertThat(conversation(id).get("values").get("email").asString())
        .isEqualTo("nora@example.com");
    assertThat(text(mended)).doesNotContain("is nora@");

    var known = say(begin(), "m1", "You can write to jan@exmaple.test");
    assertThat(text(known)).as("at once, where it is known").contains("is jan@exmaple.test");
  }

  @Test
  void stands_when_somebody_says_that_it_is_right() {
    DNS.hold();
    var id = begin();
    say(id, "m1", "You can write to olga@exmaple.example");
    DNS.goOn();
    await().until(() -> addresses.isDoubted("olga@exmaple.example"));
    var doubted = say(id, "m2", "We use React");

    var confirmed = tap(id, "m3", button(doubted, "Yes"));
    var later = say(id, "m4", "There are ten of us");

    assertThat(conversation(id).get("values").get("email").asString())
        .isEqualTo("olga@exmaple.example");
    assertThat(text(confirmed) + text(later)).doesNotContain("exmaple");
  }

  @Test
  void is_fine_when_its_domain_takes_mail_or_the_dns_does_not_say() {
    for (var address : new String[] {"nora@example.com", "nora@quiet.example"}) {
      var id = begin();
      say(id, "m1", "You can write to " + address);
      assertThat(text(say(id, "m2", "We use React"))).doesNotContain(address);
      assertThat(addresses.isDoubted(address)).isFalse();
    }
  }

  private String begin() {
    return post("/api/v1/conversations", Map.of("flow", "lead-to-sales"), 201).get("id").asString();
  }

  private static String text(JsonNode turn) {
    return turn.get("replies").get(0).get("mainText").asString();
  }

  private static JsonNode button(JsonNode turn, String label) {
    return turn.get("replies")
        .get(0)
        .get("buttons")
        .valueStream()
        .filter(one -> one.get("label").asString().equals(label))
        .findFirst()
        .orElseThrow()
        .get("action");
  }
}
