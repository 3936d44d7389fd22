package rapport.lead.detection;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.persona.Persona;
import rapport.lead.text.Cues;

/**
 * What a persona's own words say of its size and trade.
 *
 * @param size 1 small, 2 in between, 3 large, 0 not said
 * @param technical whether it speaks of tools and code
 */
record Traits(int size, boolean technical) {

  private static final Pattern SMALL =
      Cues.anyOf(
          List.of(
              "start-?ups?",
              "small(?:er)?(?: \\w+)? (?:teams?|business(?:es)?|compan(?:y|ies)|shops?|agenc(?:y|ies)|practices?|schools?|office)",
              "solo",
              "freelanc(?:e|er|ers|ing)",
              "sole",
              "independent",
              "owner-?(?:run|managed|operator)",
              "family[- ](?:run|owned|business)",
              "(?:two|three|four|five|few|handful of) (?:people|employees|hands|vehicles|vans)",
              "one[- ](?:person|man|woman)",
              "early[- ]stage",
              "self-employed",
              "micro"));
  private static final Pattern LARGE =
      Cues.anyOf(
          List.of(
              "enterprises?",
              "large(?:r)?(?: \\w+)? (?:teams?|compan(?:y|ies)|organi[sz]ations?|fleets?|groups?|firms?|chains?|practices?)",
              "corporat(?:e|ion|ions)",
              "global",
              "multi-?(?:national|site|location|country)",
              "thousands? of",
              "hundreds of",
              "chains?",
              "groups?",
              "districts?",
              "procurement"));
  private static final Pattern CODE =
      Cues.anyOf(
          List.of(
              "apis?",
              "sdks?",
              "developers?",
              "engineers?",
              "engineering",
              "webhooks?",
              "code",
              "saas",
              "software (?:team|product|company)",
              "it (?:manager|department|team|lead|admin\\w*)",
              "sso|saml",
              "devops",
              "integrations?"));

  private static final long SMALL_TEAM = 25;
  private static final long LARGE_TEAM = 250;

  static Traits of(Persona persona) {
    var text =
        String.join(". ", persona.thoughts())
            + ". "
            + String.join(", ", persona.state().vocabulary());
    var small = SMALL.matcher(text).results().count();
    var large = LARGE.matcher(text).results().count();
    var size = small > large ? 1 : large > small ? 3 : 0;
    return new Traits(size, CODE.matcher(text).results().count() >= 2);
  }

  /** 1 when a fact about the size of the visitor's team agrees, -1 when it is the opposite. */
  double agrees(Fact fact) {
    var people = people(fact.value());
    if (size == 0 || people.isEmpty()) {
      return 0;
    }
    var of = people.getAsLong() <= SMALL_TEAM ? 1 : people.getAsLong() >= LARGE_TEAM ? 3 : 2;
    return of == size ? 1 : Math.abs(of - size) == 2 ? -1 : 0;
  }

  private static OptionalLong people(FieldValue value) {
    var first = value.display().replaceFirst("-.*", "");
    return first.matches("\\d{1,9}")
        ? OptionalLong.of(Long.parseLong(first))
        : OptionalLong.empty();
  }
}
