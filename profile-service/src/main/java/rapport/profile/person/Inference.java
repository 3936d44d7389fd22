package rapport.profile.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Num;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.PersonState.Source;

/**
 * What follows from what is known. It counts least, so that anybody who says otherwise is right.
 */
final class Inference {

  private static final Pattern BUILDER =
      Pattern.compile(
          "\\b(developer|engineer|engineering|cto|architect|devops|programmer|tech lead)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SOON =
      Pattern.compile(
          "\\b(asap|soon as possible|now|immediately|urgent|urgently|today|tomorrow|this week"
              + "|next week|this month|sofort|dringend|so bald wie möglich|diese woche"
              + "|diesen monat)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NEXT =
      Pattern.compile(
          "\\b(next month|this quarter|next quarter|weeks?|q[1-4]|quartal|nächsten monat|wochen?)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Inference() {}

  /** What follows from these claims, which have a path each. */
  static List<Claim> from(Map<String, Claim> said) {
    var inferred = new ArrayList<Claim>();
    var email = said.get(PersonFields.EMAIL);
    if (email != null && email.value() != null) {
      Addresses.companyDomain(email.value().display())
          .ifPresent(it -> inferred.add(claim("company.domain", it, 0.8, email)));
    }
    var timeline = said.get(PersonFields.TIMELINE);
    if (timeline != null && timeline.value() != null) {
      var urgency = urgency(timeline.value().display());
      inferred.add(claim("behavior.urgency", urgency, 0.6, timeline));
    }
    var intent = said.get(PersonFields.INTENT);
    if (intent != null && intent.value() instanceof Num(var score)) {
      var band = band(score.doubleValue());
      inferred.add(claim("intelligence.buyingReadiness", band, intent.confidence(), intent));
    }
    technicalLevel(said.get(PersonFields.ROLE), said.get(PersonFields.STACK), inferred);
    return inferred;
  }

  private static String urgency(String timeline) {
    if (SOON.matcher(timeline).find()) {
      return "high";
    }
    return NEXT.matcher(timeline).find() ? "medium" : "low";
  }

  /** The bands in which the conversation thinks, too. */
  private static String band(double score) {
    return score < 1.0 / 3 ? "low" : score < 2.0 / 3 ? "medium" : "high";
  }

  private static void technicalLevel(
      @Nullable Claim role, @Nullable Claim stack, List<Claim> inferred) {
    var path = "behavior.technicalLevel";
    if (role != null && role.value() != null && BUILDER.matcher(role.value().display()).find()) {
      inferred.add(claim(path, "high", 0.7, role));
    } else if (stack != null && stack.value() instanceof Tags(var tags) && !tags.isEmpty()) {
      inferred.add(claim(path, tags.size() > 1 ? "high" : "medium", 0.6, stack));
    }
  }

  private static Claim claim(String path, String value, double confidence, Claim reason) {
    var because = reason.source();
    return new Claim(
        path,
        FieldValue.text(value),
        Standing.INFERRED,
        new Source("rapport", because.recordId(), because.eventId(), because.quote()),
        "analysis",
        reason.at(),
        confidence);
  }
}
