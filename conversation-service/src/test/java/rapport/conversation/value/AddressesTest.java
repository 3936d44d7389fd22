package rapport.conversation.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** E-mail and web addresses against suites written elsewhere. */
class AddressesTest {

  /** Written by the book and of no use to anybody: a top-level domain alone, or one letter. */
  private static final Set<String> WANTED_BY_NOBODY = Set.of("test@io", "test@iana.a");

  private static InputStream file(String name) {
    return Objects.requireNonNull(AddressesTest.class.getResourceAsStream(name), name);
  }

  /** The suite's addresses and what it says of them. */
  private static Map<String, String> categories()
      throws IOException, ParserConfigurationException, SAXException {
    var categories = new TreeMap<String, String>();
    try (var xml = file("/isemail/tests.xml")) {
      var tests =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(xml)
              .getElementsByTagName("test");
      for (var i = 0; i < tests.getLength(); i++) {
        var test = (Element) tests.item(i);
        categories.put(controls(text(test, "address")), text(test, "category"));
      }
    }
    return categories;
  }

  private static String text(Element test, String tag) {
    return test.getElementsByTagName(tag).item(0).getTextContent();
  }

  /** The suite writes control characters as their pictures. */
  private static String controls(String address) {
    return address
        .chars()
        .map(c -> c >= 0x2400 && c <= 0x2420 ? c - 0x2400 : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void takes_plain_addresses_and_nothing_obsolete_quoted_or_broken() throws Exception {
    var categories = categories();

    assertThat(categories).hasSizeGreaterThan(150);
    categories.forEach((address, category) -> {
      var plain = category.equals("ISEMAIL_VALID_CATEGORY") || category.equals("ISEMAIL_DNSWARN");
      if (plain && address.length() < 250 && !WANTED_BY_NOBODY.contains(address)) {
        assertThat(Emails.valid(address)).as(address).isTrue();
      } else if (!plain) {
        assertThat(Emails.valid(address)).as(category + " " + address).isFalse();
      }
    });
  }

  @Test
  void takes_no_web_address_that_a_browser_would_refuse_or_read_as_another_host()
      throws IOException {
    try (var json = file("/url/urltestdata.json")) {
      var taken =
          JsonMapper.shared().readTree(json.readAllBytes()).values().stream()
              .filter(one -> Urls.valid(one.path("input").asString()))
              .filter(one -> !one.path("input").asString().startsWith("/"))
              .toList();

      assertThat(taken).hasSizeGreaterThan(40);
      assertThat(taken)
          .allSatisfy(one -> {
            assertThat(one.path("failure").asBoolean(false)).as(one.toString()).isFalse();
            assertThat(host(one, "href")).isEqualTo(host(one, "input"));
          });
    }
  }

  private static String host(JsonNode one, String key) {
    return one.path(key)
        .asString()
        .replaceFirst("^[a-zA-Z]+://", "")
        .replaceFirst("[/?#].*$", "")
        .replaceFirst(":(80|443)$", "")
        .toLowerCase(Locale.ROOT);
  }
}
