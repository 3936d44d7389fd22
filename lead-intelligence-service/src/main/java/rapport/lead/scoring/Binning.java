package rapport.lead.scoring;

import static rapport.lead.scoring.Feature.ADDRESS;
import static rapport.lead.scoring.Feature.AUTHORITY;
import static rapport.lead.scoring.Feature.BUDGET;
import static rapport.lead.scoring.Feature.ICP;
import static rapport.lead.scoring.Feature.INDUSTRY;
import static rapport.lead.scoring.Feature.MESSAGES;
import static rapport.lead.scoring.Feature.NEED;
import static rapport.lead.scoring.Feature.PERSON;
import static rapport.lead.scoring.Feature.PERSONA;
import static rapport.lead.scoring.Feature.READINESS;
import static rapport.lead.scoring.Feature.RECENCY;
import static rapport.lead.scoring.Feature.SIZE;
import static rapport.lead.scoring.Feature.STACK;
import static rapport.lead.scoring.Feature.VISITS;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadState.Fact;
import rapport.lead.icp.IcpMatch;
import rapport.lead.icp.Numbers;
import rapport.lead.portrait.Fading;
import rapport.lead.portrait.Portrait;
import rapport.lead.scoring.Binned.Bin;

/** From what is known of a lead to the few values a scorecard knows. */
public final class Binning {

  /** Whoever writes from one of these writes from no company's address. */
  private static final Set<String> PRIVATE =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "yahoo.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "t-online.de",
          "proton.me",
          "protonmail.com",
          "mail.com");

  private static final double STRONG = .6;
  private static final double WEAK = .2;

  private final Portrait portrait;
  private final Instant now;
  private final Map<Feature, Bin> bins = new EnumMap<>(Feature.class);

  private Binning(Portrait portrait, Instant now) {
    this.portrait = portrait;
    this.now = now;
  }

  /** The lead as a scorecard sees it at that time. */
  public static Binned of(Portrait portrait, IcpMatch icp, Instant now) {
    var binning = new Binning(portrait, now);
    binning.fit(icp);
    binning.intent();
    return new Binned(binning.bins);
  }

  private void fit(IcpMatch icp) {
    put(
        ICP,
        icp.match() == null
            ? "unknown"
            : step(icp.match(), .4, "poor", .7, "some", .9, "good", "ideal"));
    portrait.fact("company.size").ifPresent(this::size);
    stated(INDUSTRY, "known", "company.industry");
    portrait
        .fact("behavior.decisionMaker")
        .filter(fact -> fact.value() instanceof FieldValue.Flag)
        .ifPresent(fact ->
            put(
                AUTHORITY,
                fact.value().equals(new FieldValue.Flag(true)) ? "yes" : "no",
                fact.quote()));
    var domain = portrait.email().substring(portrait.email().indexOf('@') + 1);
    put(ADDRESS, PRIVATE.contains(domain) ? "private" : "business", domain);
    var persona = portrait.persona();
    if (persona != null) {
      put(PERSONA, "known", persona.name());
    }
    stated(BUDGET, "stated", "requirements.budgetRange");
    stated(NEED, "stated", "requirements.primaryUseCase");
    stated(NEED, "stated", "requirements.painPoint");
    portrait.technologies().stream()
        .findFirst()
        .ifPresent(found -> put(STACK, "known", found.name() + " on " + found.page()));
    stated(STACK, "known", "company.techStack");
  }

  private void size(Fact fact) {
    var people = Numbers.middle(fact.value().display());
    if (people.isPresent()) {
      put(SIZE, size(people), fact.quote());
    }
  }

  private static String size(OptionalDouble people) {
    return step(people.getAsDouble(), 1.5, "one", 50.5, "small", 500.5, "medium", "large");
  }

  private void intent() {
    var age = Duration.between(portrait.lastActivityAt(), now);
    var ready = portrait.intent() * Fading.left(portrait.lastActivityAt(), now);
    put(READINESS, ready < .2 ? "none" : step(ready, .4, "low", .6, "some", .8, "high", "sure"));
    for (var signal : portrait.signals(now)) {
      Feature.named(signal.type())
          .filter(feature -> feature.bins().contains("strong"))
          .ifPresent(feature -> put(feature, strength(signal.strength()), signal.quote()));
    }
    put(RECENCY, step(age.toHours() / 24.0, 7, "week", 14, "fortnight", 30, "month", "older"));
    put(MESSAGES, step(portrait.messages(), 1.5, "one", 5.5, "few", "many"));
    put(VISITS, portrait.talks() > 1 ? "more" : "one");
    put(PERSON, portrait.wantsPerson() ? "asked" : "unasked");
  }

  private static String strength(double strength) {
    return strength >= STRONG ? "strong" : strength >= WEAK ? "weak" : "none";
  }

  private void stated(Feature feature, String bin, String path) {
    portrait.fact(path).ifPresent(fact -> put(feature, bin, fact.quote()));
  }

  private void put(Feature feature, String bin) {
    put(feature, bin, null);
  }

  private void put(Feature feature, String bin, @Nullable String evidence) {
    bins.put(feature, new Bin(bin, evidence));
  }

  private static String step(double value, double first, String below, String above) {
    return value < first ? below : above;
  }

  private static String step(
      double value, double first, String a, double second, String b, String c) {
    return value < first ? a : step(value, second, b, c);
  }

  private static String step(
      double value,
      double first,
      String a,
      double second,
      String b,
      double third,
      String c,
      String d) {
    return value < first ? a : step(value, second, b, third, c, d);
  }
}
