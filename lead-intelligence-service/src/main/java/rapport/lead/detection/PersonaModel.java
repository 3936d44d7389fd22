package rapport.lead.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.LeadEvent.Candidate;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.Fact;
import rapport.contracts.LeadEvent.Signal;
import rapport.lead.fact.Competitors;
import rapport.lead.persona.Persona;
import rapport.lead.signal.Heard;
import rapport.lead.signal.SignalFinder;
import rapport.lead.text.Gloss;
import rapport.lead.text.Sentence;

/**
 * Reads messages for what they say about which of several personas a visitor is. It never changes;
 * what was read is summed up by {@link Belief}.
 */
public final class PersonaModel {

  private static final double WORTH_TELLING = .05;
  private static final double MOST_WORDS = 4;
  private static final String ELSEWHERE = "elsewhere";
  private static final String CUSTOMER = "customer";
  private static final List<String> BUYERS_TALK =
      List.of("pricing", "timeline", "integration", "security", "authority", "churn", "competitor");

  private final List<Persona> personas;
  private final Weights weights;
  private final WordModel words;
  private final Optional<MeaningModel> meaning;
  private final List<Traits> traits;
  private final Called called;
  private final SignalFinder signals;
  private final InEnglish english;

  private PersonaModel(
      List<Persona> personas, Meaning meaning, SignalFinder signals, Weights weights) {
    this.personas = List.copyOf(personas);
    this.signals = signals;
    this.weights = weights;
    this.english = InEnglish.of(personas);
    var inEnglish = personas.stream().map(english::persona).toList();
    this.words = new WordModel(inEnglish);
    this.meaning = MeaningModel.of(inEnglish, meaning);
    this.traits = inEnglish.stream().map(Traits::of).toList();
    this.called = new Called(inEnglish);
  }

  /** A model of these personas, with the meanings of their sentences if there are any by now. */
  public static PersonaModel of(List<Persona> personas, Meaning meaning, SignalFinder signals) {
    return new PersonaModel(personas, meaning, signals, Weights.FITTED);
  }

  /** A model of these personas that knows words only. */
  public static PersonaModel ofWords(List<Persona> personas) {
    return of(personas, Meaning.NONE, SignalFinder.BY_WORDS);
  }

  public List<Persona> personas() {
    return personas;
  }

  /** The signs in a message, as {@link #said} is given them. */
  public Heard hear(String message) {
    var heard = signals.in(message);
    var moods = heard.moods().stream().filter(mood -> !isOwn(mood)).toList();
    var told = heard.signals().stream().filter(one -> !isOwnName(one, message)).toList();
    return new Heard(told, moods);
  }

  private boolean isOwnName(Signal signal, String message) {
    return signal.type().equals("competitor") && competitors(message).isEmpty();
  }

  /** The other suppliers a message names; whose site it is is none of them. */
  public List<String> competitors(String message) {
    return Competitors.in(message).stream().filter(name -> !isOwnName(name)).toList();
  }

  private boolean isOwnName(String name) {
    var letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return personas.stream().anyMatch(persona -> persona.state().site().contains(letters));
  }

  private boolean isOwn(Signal mood) {
    return mood.type().equals(ELSEWHERE)
        && meaning.map(model -> model.isOwn(Gloss.of(mood.quote()))).orElse(false);
  }

  /** Whether it knows meanings, not only words. */
  public boolean knowsMeaning() {
    return meaning.isPresent();
  }

  /** What the page a visitor comes from says. */
  public List<Evidence> arrived(@Nullable Arrival arrival) {
    if (arrival == null) {
      return List.of();
    }
    var evidence = new ArrayList<Evidence>();
    var page =
        spelled(arrival.page())
            + " "
            + (arrival.title() == null ? "" : english.text(arrival.title()));
    weigh(evidence, words.speakFor(page), weights.page(), arrival.page(), "page");
    if (arrival.referrer() != null) {
      var from = spelled(arrival.referrer());
      weigh(evidence, words.speakFor(from), weights.page() / 2, arrival.referrer(), "referrer");
    }
    arrival
        .utm()
        .values()
        .forEach(value ->
            weigh(evidence, words.speakFor(spelled(value)), weights.page() / 2, value, "referrer"));
    return evidence;
  }

  private String spelled(String address) {
    return english.text(
        address.replaceFirst("^https?://[^/]*", "").replaceAll("[^\\p{L}\\p{N}]+", " "));
  }

  /** What a message says, given what else was found in it. */
  public List<Evidence> said(String message, List<Fact> facts, Heard heard) {
    var evidence = new ArrayList<Evidence>();
    byMeaning(evidence, message);
    weigh(evidence, clamped(words.speakFor(Gloss.of(message))), weights.words(), message, "words");
    for (var sentence : Sentence.of(message)) {
      var english = new Sentence(Gloss.of(sentence.text()));
      weigh(evidence, called.is(english), weights.name(), sentence.text(), "words");
      var not = called.isNot(english);
      weigh(evidence, not, -2 * weights.name(), sentence.text(), "correction");
    }
    byMood(evidence, heard.moods(), ELSEWHERE, weights.elsewhere());
    byMood(evidence, heard.moods(), CUSTOMER, weights.customer());
    facts.forEach(fact -> byFact(evidence, fact));
    byButton(evidence, message);
    byTalk(evidence, message, heard.signals());
    return List.copyOf(evidence);
  }

  private void byMeaning(List<Evidence> evidence, String message) {
    meaning
        .flatMap(model -> model.of(Gloss.of(message)))
        .ifPresent(near -> {
          var scores = near.closer();
          for (var k = 0; k < scores.size(); k++) {
            var weight = weights.closer() * scores.get(k) + weights.familiar() * near.familiar();
            add(evidence, k, message, weight, "likeness");
          }
        });
  }

  private static void byMood(
      List<Evidence> evidence, List<Signal> moods, String type, double weight) {
    moods.stream()
        .filter(mood -> mood.type().equals(type))
        .map(mood -> new Evidence(Candidate.UNKNOWN, mood.quote(), weight, "words"))
        .forEach(evidence::add);
  }

  private void byFact(List<Evidence> evidence, Fact fact) {
    for (var k = 0; k < traits.size(); k++) {
      if (fact.path().equals("company.size")) {
        add(evidence, k, fact.quote(), weights.size() * traits.get(k).agrees(fact), "fact");
      }
      if (fact.path().equals("company.techStack")) {
        var agrees = traits.get(k).technical() ? 1 : -1;
        add(evidence, k, fact.quote(), weights.technical() * agrees, "fact");
      }
    }
  }

  private void byButton(List<Evidence> evidence, String message) {
    for (var k = 0; k < personas.size(); k++) {
      var tapped =
          personas.get(k).state().buttons().stream()
              .anyMatch(button -> button.label().strip().equalsIgnoreCase(message.strip()));
      if (tapped) {
        add(evidence, k, message, weights.name() / 2, "button");
      }
    }
  }

  private void byTalk(List<Evidence> evidence, String message, List<Signal> signals) {
    var talk = signals.stream().filter(signal -> BUYERS_TALK.contains(signal.type())).count();
    for (var k = 0; k < personas.size(); k++) {
      add(evidence, k, message, weights.prospect() * Math.min(talk, 2), "words");
    }
  }

  private void weigh(
      List<Evidence> evidence, double[] scores, double weight, String quote, String source) {
    for (var k = 0; k < scores.length; k++) {
      add(evidence, k, quote, weight * scores[k], source);
    }
  }

  private void add(List<Evidence> evidence, int k, String quote, double weight, String source) {
    if (Math.abs(weight) >= WORTH_TELLING) {
      evidence.add(new Evidence(personas.get(k).id(), quote, weight, source));
    }
  }

  private static double[] clamped(double[] scores) {
    var clamped = scores.clone();
    for (var k = 0; k < clamped.length; k++) {
      clamped[k] = Math.clamp(clamped[k], -MOST_WORDS, MOST_WORDS);
    }
    return clamped;
  }

  /** What is believed after all this evidence. */
  public Belief believe(List<Evidence> evidence) {
    return Belief.of(personas, evidence, weights);
  }

  /** The evidence that tells most, for people to read. */
  public static List<Evidence> weightiest(List<Evidence> evidence, int limit) {
    return evidence.stream()
        .sorted(Comparator.comparingDouble((Evidence one) -> -Math.abs(one.weight())))
        .limit(limit)
        .toList();
  }
}
