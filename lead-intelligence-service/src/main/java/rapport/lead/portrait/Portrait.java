package rapport.lead.portrait;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadState.Competitor;
import rapport.contracts.LeadState.Fact;
import rapport.contracts.LeadState.Persona;
import rapport.contracts.LeadState.Signal;
import rapport.lead.site.Technology;

/**
 * What all conversations of a lead say together. Of one kind of fact what was said last holds;
 * lists grow.
 *
 * @param facts one for each path, by path
 * @param signals each type once, by type, with the strength it had when it was last heard
 * @param competitors each once, the latest mention
 * @param technologies what the site of the person's company is made with
 * @param intent how likely the person meant to buy when they last spoke, from 0 to 1
 */
public record Portrait(
    String email,
    @Nullable Persona persona,
    List<Evidence> personaEvidence,
    List<Fact> facts,
    List<Signal> signals,
    List<Competitor> competitors,
    List<Technology> technologies,
    double intent,
    int messages,
    int talks,
    boolean wantsPerson,
    Instant lastActivityAt) {

  private static final String STACK = "company.techStack";

  private static final Comparator<Talk> LAST =
      Comparator.comparing(Talk::lastMessageAt).thenComparing(Talk::conversation);
  private static final Comparator<Fact> HOLDS =
      Comparator.comparing(Fact::at)
          .thenComparingDouble(Fact::confidence)
          .thenComparing(Fact::conversation)
          .thenComparing(fact -> fact.value().display());

  public Portrait {
    personaEvidence = List.copyOf(personaEvidence);
    facts = List.copyOf(facts);
    signals = List.copyOf(signals);
    competitors = List.copyOf(competitors);
    // Analyses that were stored before there were any have none.
    technologies = technologies == null ? List.of() : List.copyOf(technologies);
  }

  /** The order of the conversations makes no difference. */
  public static Portrait of(String email, List<Talk> talks) {
    var inOrder = talks.stream().sorted(LAST).toList();
    var named = inOrder.reversed().stream().filter(talk -> talk.persona() != null).findFirst();
    return new Portrait(
        email,
        named.map(Talk::persona).orElse(null),
        named.map(Talk::evidence).orElse(List.of()),
        facts(inOrder),
        signals(inOrder),
        competitors(inOrder),
        List.of(),
        inOrder.isEmpty() ? 0 : inOrder.getLast().intent(),
        inOrder.stream().mapToInt(talk -> talk.moments().size()).sum(),
        inOrder.size(),
        inOrder.stream().anyMatch(Talk::wantsPerson),
        inOrder.isEmpty() ? Instant.EPOCH : inOrder.getLast().lastMessageAt());
  }

  /** The same of somebody whose company's site is made with that. */
  public Portrait with(List<Technology> found) {
    return new Portrait(
        email,
        persona,
        personaEvidence,
        facts,
        signals,
        competitors,
        found,
        intent,
        messages,
        talks,
        wantsPerson,
        lastActivityAt);
  }

  /** What was known at that time of what these conversations say. */
  public static Portrait until(Instant then, String email, List<Talk> talks) {
    return of(
        email,
        talks.stream()
            .filter(talk -> !talk.startedAt().isAfter(then))
            .map(talk -> talk.until(then))
            .toList());
  }

  private static List<Fact> facts(List<Talk> talks) {
    var facts = new TreeMap<String, Fact>();
    talks.stream()
        .flatMap(talk -> talk.facts().stream())
        .sorted(HOLDS)
        .forEach(fact -> facts.merge(fact.path(), fact, Portrait::later));
    return List.copyOf(facts.values());
  }

  private static Fact later(Fact one, Fact other) {
    if (one.value() instanceof FieldValue.Tags(var before)
        && other.value() instanceof FieldValue.Tags(var after)) {
      var all = new ArrayList<>(before);
      after.stream()
          .filter(tag -> before.stream().noneMatch(tag::equalsIgnoreCase))
          .forEach(all::add);
      return new Fact(
          other.path(),
          new FieldValue.Tags(all),
          other.quote(),
          other.confidence(),
          other.conversation(),
          other.at());
    }
    return other;
  }

  private static List<Signal> signals(List<Talk> talks) {
    var signals = new TreeMap<String, Signal>();
    talks.stream()
        .flatMap(talk -> talk.signals().stream())
        .sorted(Comparator.comparing(Heard::at).thenComparing(Heard::quote))
        .map(one -> new Signal(one.type(), one.score(), one.quote(), one.at(), one.at()))
        .forEach(one -> signals.merge(one.type(), one, Portrait::again));
    return List.copyOf(signals.values());
  }

  /** Said again, a signal is as fresh and as strong as it ever was, not stronger. */
  private static Signal again(Signal before, Signal now) {
    var left = before.strength() * Fading.left(before.lastAt(), now.lastAt());
    return new Signal(
        now.type(), Math.max(left, now.strength()), now.quote(), before.firstAt(), now.lastAt());
  }

  private static List<Competitor> competitors(List<Talk> talks) {
    var competitors = new LinkedHashMap<String, Competitor>();
    talks.stream()
        .flatMap(talk -> talk.competitors().stream())
        .sorted(Comparator.comparing(Competitor::at).thenComparing(Competitor::name))
        .forEach(one -> competitors.put(one.name().toLowerCase(Locale.ROOT), one));
    return List.copyOf(competitors.values());
  }

  /** What is known under that path. */
  public Optional<Fact> fact(String path) {
    return facts.stream().filter(fact -> fact.path().equals(path)).findFirst();
  }

  /**
   * What is known under that path, or as {@code persona}; null while it is not. What a company uses
   * is known of what was said and of its site.
   */
  public @Nullable FieldValue value(String path) {
    return switch (path) {
      case "persona" ->
          Optional.ofNullable(persona).map(one -> FieldValue.text(one.id())).orElse(null);
      case STACK -> stack();
      default -> fact(path).map(Fact::value).orElse(null);
    };
  }

  private @Nullable FieldValue stack() {
    var all =
        Stream.concat(
                fact(STACK).stream().flatMap(said -> words(said.value())),
                technologies.stream().map(Technology::name))
            .distinct()
            .toList();
    return all.isEmpty() ? null : new FieldValue.Tags(all);
  }

  private static Stream<String> words(FieldValue value) {
    return value instanceof FieldValue.Tags(var tags) ? tags.stream() : Stream.of(value.display());
  }

  /** The signals with what time has left of them. */
  public List<Signal> signals(Instant now) {
    return signals.stream()
        .map(one ->
            new Signal(
                one.type(),
                one.strength() * Fading.left(one.lastAt(), now),
                one.quote(),
                one.firstAt(),
                one.lastAt()))
        .toList();
  }

  /** Everything that differs from before, in words for {@code LeadEnriched}. */
  public List<String> changesSince(Portrait before) {
    var changes = new ArrayList<String>();
    if (talks != before.talks()) {
      changes.add("conversations");
    }
    if (!id(persona).equals(id(before.persona()))) {
      changes.add("persona");
    }
    Stream.of(
            fresh(facts, before.facts(), fact -> List.of(fact.path(), fact.value()))
                .map(fact -> "facts." + fact.path()),
            gone(facts, before.facts(), Fact::path).map(fact -> "facts." + fact.path()),
            fresh(signals, before.signals(), Signal::type).map(one -> "signals." + one.type()),
            gone(signals, before.signals(), Signal::type).map(one -> "signals." + one.type()),
            fresh(competitors, before.competitors(), Competitor::name).map(_ -> "competitors"),
            fresh(technologies, before.technologies(), Technology::name).map(_ -> "technologies"),
            gone(technologies, before.technologies(), Technology::name).map(_ -> "technologies"))
        .flatMap(Function.identity())
        .distinct()
        .forEach(changes::add);
    return changes;
  }

  private static String id(@Nullable Persona persona) {
    return persona == null ? "" : persona.id();
  }

  private static <T> Stream<T> fresh(List<T> now, List<T> before, Function<T, ?> key) {
    var known = before.stream().map(key).toList();
    return now.stream().filter(one -> !known.contains(key.apply(one)));
  }

  private static <T> Stream<T> gone(List<T> now, List<T> before, Function<T, ?> key) {
    return fresh(before, now, key);
  }
}
