package rapport.lead.portrait;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadState.Fact;
import rapport.lead.visitor.Stated;

/** What the fields of the flow {@code lead-to-sales} say about a person. */
final class FieldFacts {

  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("team_size", "company.size"),
          Map.entry("tech_stack", "company.techStack"),
          Map.entry("company_name", "company.name"),
          Map.entry("industry", "company.industry"),
          Map.entry("role", "behavior.role"),
          Map.entry("decision_maker", "behavior.decisionMaker"),
          Map.entry("use_case", "requirements.primaryUseCase"),
          Map.entry("volume", "requirements.volume"),
          Map.entry("pain_point", "requirements.painPoint"),
          Map.entry("timeline", "requirements.timeline"),
          Map.entry("integrations", "requirements.integrations"),
          Map.entry("budget", "requirements.budgetRange"),
          Map.entry("security_needs", "requirements.security"),
          Map.entry("name", "identity.name"));

  private FieldFacts() {}

  /** The fact a field states; none when the field is about something else. */
  static Stream<Fact> of(Stated field, String conversation) {
    var path = PATHS.get(field.path());
    return path == null
        ? Stream.empty()
        : Stream.of(
            new Fact(
                path, value(field), field.quote(), field.confidence(), conversation, field.at()));
  }

  /** Who decides is an option there and a yes or no here. */
  private static FieldValue value(Stated field) {
    var decides = field.path().equals("decision_maker") ? decides(field.value().display()) : null;
    return decides == null ? field.value() : decides;
  }

  private static @Nullable FieldValue decides(String option) {
    return switch (option) {
      case "alone", "with_others" -> new FieldValue.Flag(true);
      case "somebody_else" -> new FieldValue.Flag(false);
      default -> null;
    };
  }
}
