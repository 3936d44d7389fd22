package rapport.integrations.push;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that can be told of a kind.
 *
 * @param name in our words
 * @param score whether it is a figure of ours, that is told only where scores are wanted
 */
public record PushField(Kind kind, String name, String label, boolean score) {

  private static final List<PushField> ALL =
      List.of(
          said(Kind.ACCOUNT, "name", "Name"),
          said(Kind.ACCOUNT, "industry", "Industry"),
          said(Kind.ACCOUNT, "employees", "Employees"),
          said(Kind.ACCOUNT, "segment", "Segment"),
          score(Kind.ACCOUNT, "health_score", "Health score, 0 to 100"),
          score(Kind.ACCOUNT, "health_band", "Health band"),
          score(Kind.ACCOUNT, "churn_probability", "Probability of churn, 0 to 1"),
          said(Kind.CONTACT, "first_name", "First name"),
          said(Kind.CONTACT, "last_name", "Last name"),
          said(Kind.CONTACT, "email", "E-mail"),
          said(Kind.CONTACT, "phone", "Phone"),
          said(Kind.CONTACT, "title", "Role"),
          said(Kind.LEAD, "first_name", "First name"),
          said(Kind.LEAD, "last_name", "Last name"),
          said(Kind.LEAD, "email", "E-mail"),
          said(Kind.LEAD, "phone", "Phone"),
          said(Kind.LEAD, "company", "Company"),
          said(Kind.LEAD, "industry", "Industry"),
          said(Kind.LEAD, "status", "Status"),
          score(Kind.LEAD, "lead_points", "Lead score"),
          score(Kind.LEAD, "lead_grade", "Grade"),
          score(Kind.LEAD, "conversion_probability", "Probability of conversion, 0 to 1"),
          score(Kind.LEAD, "persona", "Persona"),
          score(Kind.LEAD, "next_best_action", "Next best action"),
          said(Kind.TASK, "subject", "Subject"),
          said(Kind.TASK, "text", "Description"),
          said(Kind.TASK, "due", "Due"),
          said(Kind.TASK, "status", "Status"),
          said(Kind.TASK, "priority", "Priority"));

  private static PushField said(Kind kind, String name, String label) {
    return new PushField(kind, name, label, false);
  }

  private static PushField score(Kind kind, String name, String label) {
    return new PushField(kind, name, label, true);
  }

  /** Those of a kind, in the order they are best shown in. */
  public static Stream<PushField> of(Kind kind) {
    return ALL.stream().filter(field -> field.kind() == kind);
  }
}
