package rapport.conversation.summary.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Buying processes as hurried people fill them in, the same for the same seed. */
final class MessyJourneys {

  private static final List<String> PERSONAS =
      List.of(
          "Enterprise IT Manager",
          "small business owners",
          "Nora Lindqvist, COO",
          "THE CFO",
          "Head of IT (DACH)",
          "n/a",
          "🙂",
          "young families in towns");

  private static final List<String> TITLES =
      List.of(
          "Awareness",
          "consideration",
          "LEGAL REVIEW",
          "Trial?",
          "2nd opinion",
          "Sign-off & payment",
          "??",
          "Decision {final}");

  private static final List<String> WORDS =
      List.of(
          "Research the problem, read reviews",
          "researching the problem and asking peers",
          "They book demos with three vendors. Then they wait.",
          "she asks her boss",
          "I look for new machines on Google",
          "My boss and IT",
          "Compares three offers, then asks a colleague",
          "compare",
          "Run a discovery call",
          "We call twice; we send a quote",
          "Our team sends 2 references!",
          "Blog posts, checklist",
          "case study / webinar / ROI calculator",
          "Case study (two pages), FAQ",
          "CFO, security team, peers",
          "peers, and the head of IT",
          "The CFO signs, legal has a veto",
          "nobody",
          "Gartner & Forrester",
          "You are not alone",
          "Why wait?",
          "\"Start today!\" they say",
          "Get them to book a demo",
          "too expensive; wasting too much time",
          "lack of visibility",
          "- first item\n- second item\n- third item",
          "N/A",
          "-",
          "???",
          "yes",
          "a lot",
          "Extremely, she compares prices on three sites",
          "It depends on the country",
          "half open (bracket, and more",
          "dots... and more dots....",
          "ends with a comma,",
          "e.g. LinkedIn, Xing etc.",
          "<b>bold</b> claims",
          "Ünïcödé wörds, ça va",
          "to double the team in 2 years",
          "needs analysis, demand generation",
          "THEY HATE WAITING AND CALL 24 HOURS A DAY",
          "a",
          "x".repeat(400),
          "long words about the road and the rest of it, ".repeat(20));

  private static final List<String> DURATIONS =
      List.of(
          "1-2 weeks",
          "3 months",
          "6+ months",
          "<1 day",
          "a day",
          "3",
          "varies",
          "it depends",
          "until the budget is there",
          "1 week (2 in summer)",
          "2 to 3 months, longer in summer");

  private static final List<String> NAMES =
      List.of("buyer_actions", "key_influencers", "seller_actions", "content_type", "key_message");

  private MessyJourneys() {}

  static Journey journey(long seed) {
    var random = new Random(seed);
    var filled = random.nextDouble();
    var values = new LinkedHashMap<String, Object>();
    maybe(values, "persona_name", PERSONAS, filled, random);
    maybe(values, "persona_pain_points", WORDS, filled, random);
    var rows = IntStream.range(0, random.nextInt(13)).mapToObj(_ -> row(filled, random)).toList();
    return new Journey(List.of(), values, rows);
  }

  private static Map<String, Object> row(double filled, Random random) {
    var row = new LinkedHashMap<String, Object>();
    maybe(row, "stage_name", TITLES, 0.9, random);
    maybe(row, "duration", DURATIONS, filled, random);
    NAMES.forEach(name -> maybe(row, name, WORDS, filled, random));
    return row;
  }

  private static void maybe(
      Map<String, Object> values, String name, List<String> all, double often, Random random) {
    if (random.nextDouble() < often) {
      values.put(name, all.get(random.nextInt(all.size())));
    }
  }
}
