package rapport.profile.account.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The standard papers about an account; each can be filled in with what is known of it. */
public enum Template {
  PROFILE("Customer profile", ProfileTemplate::of),
  INTERACTION_LOG("Interaction log", InteractionLogTemplate::of),
  DEAL_REVIEW("Deal review", DealReviewTemplate::of),
  RELATIONSHIP_MAP("Relationship map", RelationshipMapTemplate::of),
  HEALTH_SCORE("Health score", HealthScoreTemplate::of),
  ONBOARDING_CHECKLIST("Onboarding checklist", OnboardingTemplate::of);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // references to methods without state
  private final Function<Material, List<Section>> filling;

  Template(String title, Function<Material, List<Section>> filling) {
    this.title = title;
    this.filling = filling;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }

  /** The name in requests, such as {@code deal-review}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The template of that name, if there is one. */
  public static Optional<Template> named(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
  }

  /** Its sections with what is known. */
  public List<Section> filled(Material material) {
    return filling.apply(material);
  }
}
