package rapport.lead.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Button;
import rapport.contracts.PersonaState.Maker;
import rapport.contracts.PersonaState.Question;
import rapport.contracts.PersonaState.Status;
import rapport.lead.persona.Claim;
import rapport.lead.text.Terms;

/**
 * Writes a persona of what a site says to one kind of visitor, and notes where each part is from.
 */
final class PersonaWriter {

  private static final int MOST_NEEDS = 5;
  private static final int MOST_EXEMPLARS = 8;
  private static final int MOST_ASKED = 3;
  private static final int MOST_BUTTONS = 3;
  private static final int LONGEST_NEED = 220;
  private static final int FEWEST_WORDS = 3;

  private final String site;
  private final Kind kind;
  private final List<Known> knowledge;
  private final List<Words.Found> words;
  private final List<Passage> told;
  private final List<Claim> claims = new ArrayList<>();

  PersonaWriter(String site, Kind kind, Knowledge knowledge, Words words) {
    this.site = site;
    this.kind = kind;
    this.knowledge = knowledge.of(kind);
    this.words = words.of(kind);
    this.told =
        kind.own().stream()
            .filter(passage -> !passage.isSaid() && !passage.quote().endsWith("?"))
            .filter(passage -> Terms.of(passage.quote()).size() >= FEWEST_WORDS)
            .filter(passage -> passage.quote().length() <= LONGEST_NEED)
            .toList();
  }

  ProposedPersona write() {
    var naming = kind.best();
    var phrase = naming.phrase();
    var name = Wording.outer(phrase);
    claim("name", name, naming.at());
    var asks = Asks.of(kind.own());
    var state =
        new PersonaState(
            name,
            1,
            site,
            Status.PROPOSED,
            Maker.CRAWL,
            description(phrase),
            needs(),
            vocabulary(),
            exemplars(phrase),
            opening(phrase),
            nextSteps(asks),
            questions(asks),
            buttons(),
            knowledge());
    return new ProposedPersona(kind.key(), state, claims);
  }

  private String claim(String part, String text, Passage passage) {
    claims.add(new Claim(part, text, passage.quote(), passage.page()));
    return text;
  }

  private String description(String phrase) {
    var naming = kind.best();
    var who =
        kind.isTopic()
            ? "Visitors who read about: " + Wording.inner(phrase) + "."
            : "Visitors the site addresses as " + Wording.inner(phrase) + ".";
    claim("description", who, naming.at());
    return told.isEmpty()
        ? who
        : who
            + " It says to them: "
            + claim("description", told.getFirst().quote(), told.getFirst());
  }

  private List<String> needs() {
    var items = told.stream().filter(Passage::isItem).toList();
    var sentences = told.stream().filter(passage -> !passage.isItem()).toList();
    var all = new LinkedHashSet<>(sentences.subList(0, Math.min(MOST_ASKED, sentences.size())));
    all.addAll(items);
    all.addAll(sentences);
    return all.stream()
        .limit(MOST_NEEDS)
        .map(passage -> claim("needs", Wording.need(passage.quote()), passage))
        .distinct()
        .toList();
  }

  private List<String> vocabulary() {
    return words.stream().map(found -> claim("vocabulary", found.word(), found.at())).toList();
  }

  private List<String> exemplars(String phrase) {
    var found = new LinkedHashMap<String, Passage>();
    var naming = kind.best().at();
    found.put(
        (kind.isTopic() ? "I have a question about " : "Do you have something for ")
            + Wording.inner(phrase)
            + (kind.isTopic() ? "." : "?"),
        naming);
    kind.own().stream()
        .filter(passage -> passage.isSaid() && Wording.isFirstPerson(passage.quote()))
        .limit(MOST_ASKED)
        .forEach(passage -> found.put(Wording.unquoted(passage.quote()), passage));
    knowledge.stream()
        .filter(known -> known.isAsked() && kind.own().containsAll(known.passages()))
        .limit(MOST_ASKED)
        .forEach(known -> found.put(known.answer().question(), known.passages().getFirst()));
    told.forEach(passage ->
        Wording.asked(passage.quote()).ifPresent(question -> found.putIfAbsent(question, passage)));
    for (var known : knowledge) {
      if (!known.isAsked() && kind.own().containsAll(known.passages())) {
        found.putIfAbsent(known.answer().question(), known.passages().getFirst());
      }
    }
    var exemplars = new ArrayList<String>();
    for (Map.Entry<String, Passage> one : found.entrySet()) {
      if (exemplars.size() < MOST_EXEMPLARS) {
        exemplars.add(claim("exemplars", one.getKey(), one.getValue()));
      }
    }
    return exemplars;
  }

  private String opening(String phrase) {
    var about = kind.isTopic() ? "About " : "For ";
    var passage = told.isEmpty() ? kind.own().getFirst() : told.getFirst();
    return claim("opening", about + Wording.inner(phrase) + ": " + passage.quote(), passage);
  }

  private String nextSteps(List<Asks.Because> asks) {
    var learn =
        asks.stream().map(because -> because.asks().learn()).collect(Collectors.joining(", and "));
    asks.forEach(
        because -> claim("nextSteps", "Learn " + because.asks().learn() + ".", because.passage()));
    return "Learn " + learn + ".";
  }

  private List<Question> questions(List<Asks.Because> asks) {
    return asks.stream()
        .map(because -> {
          claim("questions", because.asks().question(), because.passage());
          return new Question(because.asks().path(), because.asks().question());
        })
        .toList();
  }

  private List<Button> buttons() {
    var own = new LinkedHashSet<Known>();
    knowledge.stream().filter(known -> kind.own().containsAll(known.passages())).forEach(own::add);
    own.addAll(knowledge);
    return own.stream()
        .flatMap(known ->
            Topics.named(known.answer().topic()).stream()
                .map(topic -> new Offer(new Button(topic.button(), topic.name()), known)))
        .limit(MOST_BUTTONS)
        .map(offer -> {
          claim("buttons", offer.button().label(), offer.known().passages().getFirst());
          return offer.button();
        })
        .toList();
  }

  private record Offer(Button button, Known known) {}

  private List<PersonaState.Answer> knowledge() {
    return knowledge.stream()
        .map(known -> {
          known.passages().forEach(passage -> claim("knowledge", known.answer().answer(), passage));
          return known.answer();
        })
        .toList();
  }
}
