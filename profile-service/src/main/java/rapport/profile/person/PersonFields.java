package rapport.profile.person;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.profile.person.PersonField.Gathering;

/** Everything that can be known of a person, in the order a reader expects. */
public final class PersonFields {

  /** The sections, in order; each is part of a profile even when nothing is known in it. */
  public static final List<String> SECTIONS =
      List.of("identity", "company", "behavior", "requirements", "intelligence", "engagement");

  public static final String EMAIL = "identity.email";
  public static final String NAME = "identity.name";
  static final String LAST_SEEN = "engagement.lastSeen";
  static final String TIMELINE = "requirements.timeline";
  static final String INTENT = "intelligence.intentScore";
  static final String STACK = "company.techStack";
  static final String ROLE = "behavior.role";

  private static final List<String> DEGREES = List.of("low", "medium", "high");

  private static final Map<String, PersonField> BY_PATH = new LinkedHashMap<>();

  static {
    add(EMAIL, "E-mail", PersonField.Type.EMAIL);
    add(NAME, "Name", PersonField.Type.TEXT);
    add("identity.phone", "Phone", PersonField.Type.TEXT);
    add("identity.language", "Language", PersonField.Type.TEXT);
    add("company.name", "Company", PersonField.Type.TEXT);
    add("company.domain", "Domain", PersonField.Type.TEXT);
    add("company.size", "Size", PersonField.Type.TEXT);
    add("company.industry", "Industry", PersonField.Type.TEXT);
    tags(STACK, "Tech stack");
    add(ROLE, "Role", PersonField.Type.TEXT);
    choice("behavior.technicalLevel", "Technical level", DEGREES);
    add("behavior.decisionMaker", "Decision maker", PersonField.Type.FLAG);
    choice("behavior.urgency", "Urgency", DEGREES);
    add("requirements.primaryUseCase", "Primary use case", PersonField.Type.TEXT);
    add("requirements.volume", "Volume", PersonField.Type.TEXT);
    add("requirements.painPoint", "Pain point", PersonField.Type.TEXT);
    add(TIMELINE, "Timeline", PersonField.Type.TEXT);
    add("requirements.budgetRange", "Budget range", PersonField.Type.TEXT);
    tags("requirements.integrations", "Integrations");
    tags("requirements.securityNeeds", "Security needs");
    add("intelligence.personaMatch", "Persona", PersonField.Type.TEXT);
    add("intelligence.personaName", "Persona's name", PersonField.Type.TEXT);
    add(INTENT, "Buying intent", PersonField.Type.NUMBER);
    choice("intelligence.buyingReadiness", "Buying readiness", DEGREES);
    add("intelligence.conversionProbability", "Conversion probability", PersonField.Type.NUMBER);
    tags("intelligence.buyingSignals", "Buying signals");
    tags("intelligence.competitors", "Competitors");
    put("engagement.firstSeen", "First seen", PersonField.Type.TIME, List.of(), Gathering.EARLIEST);
    put(LAST_SEEN, "Last seen", PersonField.Type.TIME, List.of(), Gathering.LATEST);
    put(
        "engagement.conversations",
        "Conversations",
        PersonField.Type.NUMBER,
        List.of(),
        Gathering.SUM);
    put("engagement.messages", "Messages", PersonField.Type.NUMBER, List.of(), Gathering.SUM);
    add("engagement.mode", "Mode", PersonField.Type.TEXT);
    tags("engagement.pages", "Pages");
    add("engagement.referrer", "Referrer", PersonField.Type.TEXT);
    add("engagement.campaign", "Campaign", PersonField.Type.TEXT);
    add("engagement.consent", "Consent", PersonField.Type.TEXT);
    tags("engagement.openQuestions", "Open questions");
  }

  private PersonFields() {}

  private static void add(String path, String label, PersonField.Type type) {
    put(path, label, type, List.of(), Gathering.BEST);
  }

  private static void tags(String path, String label) {
    put(path, label, PersonField.Type.TAGS, List.of(), Gathering.UNION);
  }

  private static void choice(String path, String label, List<String> options) {
    put(path, label, PersonField.Type.CHOICE, options, Gathering.BEST);
  }

  private static void put(
      String path, String label, PersonField.Type type, List<String> options, Gathering gathering) {
    BY_PATH.put(path, new PersonField(path, label, type, options, gathering));
  }

  /** All of them, in order. */
  public static List<PersonField> all() {
    return List.copyOf(BY_PATH.values());
  }

  static Map<String, PersonField> byPath() {
    return Collections.unmodifiableMap(BY_PATH);
  }

  /** The field at that path; none for a path nobody knows. */
  public static Optional<PersonField> at(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }
}
