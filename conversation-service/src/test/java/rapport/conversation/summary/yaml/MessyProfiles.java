package rapport.conversation.summary.yaml;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;

/** Profiles as hurried people fill them in, the same for the same seed. */
final class MessyProfiles {

  private static final List<String> WORDS =
      List.of(
          "Compares three offers, then asks a colleague",
          "compare 3 offers; ask a colleague.",
          "They wait for proven solutions",
          "Extremely, she compares prices on three sites",
          "yes",
          "I ask my husband",
          "we look for deals",
          "I run a bakery. My day begins at 3",
          "very, because our budget is small",
          "No, never",
          "yes, always wants two references",
          "a lot",
          "very!!!",
          "N/A",
          "-",
          "???",
          "hiking, bouldering and baking sourdough",
          "RFP, security review, legal, then a three month pilot",
          "THEY HATE WAITING AND CALL 24 HOURS A DAY",
          "HR MANAGER",
          "Podcasts on the way to work, LinkedIn at lunch",
          "linkedin / twitter / trade press",
          "Careful, wants a trial first",
          "careful but open to 2 new ideas",
          "slow to switch tools",
          "through procurement",
          "Mostly online, sometimes in town.",
          "It depends on the season",
          "to double the team in 2 years",
          "- first item\n- second item\n- third item",
          "Loves gadgets. Hates waiting. Always on the phone.",
          "e.g. LinkedIn, Xing etc.",
          "\"quoted words\" and {curly} ones",
          "half open (bracket, and more",
          "ends with a comma,",
          "dots... and more dots....",
          "budget of 25,000 a year",
          "Up to 5,000 euros without asking",
          "Dr. Weber decides everything",
          "price",
          "Price is everything, nothing else counts",
          "who knows , really ?",
          "🙂 happy people 🙂",
          "<b>bold</b> claims",
          "Ünïcödé wörds, ça va",
          "wants    many     spaces",
          "because the boss says so",
          "Never buys without her sister, who knows everything about it",
          "university",
          "Office Manager",
          "IT",
          "a",
          "Inc.",
          "can sign 10 orders a day and won't ask",
          "x".repeat(400),
          "Long-winded answers that go on and on, with commas, and subordinate clauses which"
              + " explain why the person does what they do, until nobody remembers how the sentence"
              + " began, but there is still more to come; and more after that, because 99 is a"
              + " number too");

  private static final List<String> NAMES =
      List.of(
          "Nora Lindqvist, Head of Operations",
          "samir patel",
          "The IT Guy",
          "JAMES",
          "Dr. Ana Ruiz, CFO",
          "Budget-conscious Ben",
          "young families in towns",
          "n/a",
          "Zoë");

  private static final List<String> AMOUNTS =
      List.of(
          "120000 USD",
          "50000-80000 EUR",
          "10000000-50000000 USD",
          "50+",
          "<50",
          "1",
          "3-5",
          "35-44",
          "2-3 weeks",
          "10+ years",
          "about 60k euros a year",
          "decent",
          "250 XXQ",
          "around 200 people");

  private static final List<String> TAGS =
      List.of(
          "likes clear prices",
          "Loves free returns!",
          "dislikes long contracts",
          "can't stand 3 calls a day",
          "honest reviews",
          "they hate waiting",
          "likes",
          "  ",
          "DISLIKES HIDDEN FEES",
          "{curly}");

  private final FlowDefinition definition;

  MessyProfiles(FlowDefinition definition) {
    this.definition = definition;
  }

  Map<String, FieldValue> profile(long seed) {
    var random = new Random(seed);
    var filled = random.nextDouble();
    var values = new TreeMap<String, FieldValue>();
    definition
        .fields()
        .filter(field -> !field.control() && !field.generated())
        .filter(_ -> random.nextDouble() < filled)
        .forEach(field -> values.put(field.path(), value(field, random)));
    return values;
  }

  private static FieldValue value(Field field, Random random) {
    return switch (field.type()) {
      case NAME -> FieldValue.text(one(NAMES, random));
      case CHOICE -> FieldValue.text(one(field.options(), random));
      case TAGS ->
          new FieldValue.Tags(
              IntStream.range(0, 1 + random.nextInt(6)).mapToObj(_ -> one(TAGS, random)).toList());
      case AGE, MONEY, COUNT, DURATION ->
          random.nextInt(4) == 0
              ? FieldValue.Num.of(random.nextInt(100))
              : FieldValue.text(one(AMOUNTS, random));
      case INTEGER -> FieldValue.Num.of(random.nextInt(100));
      case STRING, TEXT, RICHTEXT, CONFIRM, EMAIL, PHONE, URL, IMAGE ->
          FieldValue.text(one(WORDS, random));
    };
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
