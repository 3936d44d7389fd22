package rapport.profile.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Flag;
import rapport.contracts.FieldValue.Num;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.Origin;
import rapport.contracts.PersonState.Source;
import rapport.profile.record.Provenance;
import rapport.profile.record.SourcedValue;

/** What a talk says of the person: their answers, and how they came and went. */
final class TalkClaims {

  /** Which field of the flow is what of a person. */
  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("email", PersonFields.EMAIL),
          Map.entry("name", PersonFields.NAME),
          Map.entry("company_name", "company.name"),
          Map.entry("team_size", "company.size"),
          Map.entry("industry", "company.industry"),
          Map.entry("tech_stack", PersonFields.STACK),
          Map.entry("role", PersonFields.ROLE),
          Map.entry("decision_maker", "behavior.decisionMaker"),
          Map.entry("use_case", "requirements.primaryUseCase"),
          Map.entry("volume", "requirements.volume"),
          Map.entry("pain_point", "requirements.painPoint"),
          Map.entry("timeline", PersonFields.TIMELINE),
          Map.entry("budget", "requirements.budgetRange"),
          Map.entry("integrations", "requirements.integrations"),
          Map.entry("security_needs", "requirements.securityNeeds"),
          Map.entry("competitors", "intelligence.competitors"));

  private final Talk talk;
  private final Instant startedAt;
  private final List<Claim> claims = new ArrayList<>();

  private TalkClaims(Talk talk, Instant startedAt) {
    this.talk = talk;
    this.startedAt = startedAt;
  }

  static List<Claim> of(Talk talk) {
    var startedAt = talk.startedAt();
    if (startedAt == null) {
      return List.of();
    }
    var claims = new TalkClaims(talk, startedAt);
    claims.said();
    claims.observed();
    return List.copyOf(claims.claims);
  }

  private void said() {
    talk.record()
        .fields()
        .shown()
        .forEach((field, held) -> {
          var path = PATHS.get(field);
          if (path != null) {
            claims.add(said(path, held));
          }
        });
  }

  private Claim said(String path, SourcedValue held) {
    var from = held.provenance();
    return new Claim(
        path,
        value(path, held.value()),
        standing(from),
        new Source(
            "conversation",
            talk.conversation(),
            from == null ? null : from.eventId(),
            from == null ? null : from.quote()),
        by(from),
        from == null ? startedAt : from.at(),
        from == null ? 1 : from.confidence());
  }

  private static Standing standing(@Nullable Provenance from) {
    return from != null && from.by() == Origin.GENERATED ? Standing.INFERRED : Standing.STATED;
  }

  private static String by(@Nullable Provenance from) {
    if (from == null) {
      return "visitor";
    }
    return switch (from.by()) {
      case CHAT, PANEL -> "visitor";
      case PREFILL -> "site";
      case GENERATED -> "analysis";
    };
  }

  /** Whoever decides with others decides, too. */
  private static FieldValue value(String path, FieldValue said) {
    return path.equals("behavior.decisionMaker")
        ? new Flag(!said.display().equals("somebody_else"))
        : path.equals("company.size") ? FieldValue.text(said.display()) : said;
  }

  private void observed() {
    var last = talk.lastMessageAt() == null ? startedAt : talk.lastMessageAt();
    observed("engagement.firstSeen", FieldValue.text(startedAt.toString()), startedAt);
    observed(PersonFields.LAST_SEEN, FieldValue.text(last.toString()), last);
    observed("engagement.conversations", Num.of(1), last);
    observed("engagement.messages", Num.of(talk.messages()), last);
    text("identity.language", talk.locale(), last);
    text("engagement.mode", talk.mode(), last);
    text("engagement.consent", talk.consent(), last);
    if (!talk.openQuestions().isEmpty()) {
      observed("engagement.openQuestions", new Tags(talk.openQuestions()), last);
    }
    var arrival = talk.arrival();
    if (arrival != null) {
      observed("engagement.pages", new Tags(List.of(arrival.page())), startedAt);
      text("engagement.referrer", arrival.referrer(), startedAt);
      text("engagement.campaign", campaign(arrival.utm()), startedAt);
    }
  }

  private static @Nullable String campaign(Map<String, String> utm) {
    var words =
        Stream.of("source", "medium", "campaign")
            .flatMap(name -> Optional.ofNullable(utm.get(name)).stream())
            .toList();
    return words.isEmpty() ? null : String.join(" / ", words);
  }

  private void text(String path, @Nullable String text, Instant at) {
    if (text != null && !text.isBlank()) {
      observed(path, FieldValue.text(text), at);
    }
  }

  private void observed(String path, FieldValue value, Instant at) {
    var source = new Source("conversation", talk.conversation(), null, null);
    claims.add(new Claim(path, value, Standing.INFERRED, source, "observed", at, 1));
  }
}
