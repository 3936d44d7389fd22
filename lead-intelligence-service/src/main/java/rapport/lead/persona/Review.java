package rapport.lead.persona;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Status;

/** What a person may do with a persona that was proposed, or is in use. */
public final class Review {

  private Review() {}

  /** The same persona, from now on used or not used. */
  public static PersonaState decided(PersonaState state, Status status) {
    return new PersonaState(
        state.name(),
        state.version(),
        state.site(),
        status,
        state.maker(),
        state.description(),
        state.needs(),
        state.vocabulary(),
        state.exemplars(),
        state.opening(),
        state.nextSteps(),
        state.questions(),
        state.buttons(),
        state.knowledge());
  }

  /** What a person wrote in the place of what there was: the next version of the same persona. */
  public static PersonaState edited(PersonaState before, PersonaState wanted) {
    return new PersonaState(
        wanted.name(),
        before.version() + 1,
        before.site(),
        before.status(),
        before.maker(),
        wanted.description(),
        wanted.needs(),
        wanted.vocabulary(),
        wanted.exemplars(),
        wanted.opening(),
        wanted.nextSteps(),
        wanted.questions(),
        wanted.buttons(),
        wanted.knowledge());
  }

  /**
   * One persona that has what both had: names and sentences of the first, lists of both without
   * repetition, of answers to one topic that of the first.
   */
  public static PersonaState merged(PersonaState into, PersonaState other) {
    return new PersonaState(
        into.name(),
        into.version() + 1,
        into.site(),
        into.status(),
        into.maker(),
        into.description(),
        both(into.needs(), other.needs()),
        both(into.vocabulary(), other.vocabulary()),
        both(into.exemplars(), other.exemplars()),
        into.opening() == null ? other.opening() : into.opening(),
        into.nextSteps() == null ? other.nextSteps() : into.nextSteps(),
        both(into.questions(), other.questions(), PersonaState.Question::text),
        both(into.buttons(), other.buttons(), PersonaState.Button::label),
        both(into.knowledge(), other.knowledge(), PersonaState.Answer::topic));
  }

  /** The next version, with what a site suggests; an answer takes the place of one to its topic. */
  public static PersonaState accepted(PersonaState before, Suggestion suggestion) {
    var answer = suggestion.answer();
    var text = List.of(suggestion.text());
    var needs = suggestion.part().equals("needs") ? text : List.<String>of();
    var exemplars = suggestion.part().equals("exemplars") ? text : List.<String>of();
    var knowledge = new ArrayList<>(before.knowledge());
    if (answer != null) {
      knowledge.removeIf(known -> known.topic().equals(answer.topic()));
      knowledge.add(answer);
    }
    return new PersonaState(
        before.name(),
        before.version() + 1,
        before.site(),
        before.status(),
        before.maker(),
        before.description(),
        both(before.needs(), needs),
        before.vocabulary(),
        both(before.exemplars(), exemplars),
        before.opening(),
        before.nextSteps(),
        before.questions(),
        before.buttons(),
        knowledge);
  }

  /** The claims for what a persona still says. */
  public static List<Claim> standing(PersonaState state, List<Claim> claims) {
    var said = new LinkedHashSet<String>();
    said.add(state.name());
    said.addAll(state.needs());
    said.addAll(state.vocabulary());
    said.addAll(state.exemplars());
    said.add(Objects.requireNonNullElse(state.opening(), ""));
    state.questions().forEach(question -> said.add(question.text()));
    state.buttons().forEach(button -> said.add(button.label()));
    state.knowledge().forEach(answer -> said.add(answer.answer()));
    return claims.stream()
        .filter(claim ->
            switch (claim.part()) {
              case "description" -> state.description().contains(claim.text());
              case "nextSteps" -> state.nextSteps() != null;
              default -> said.contains(claim.text());
            })
        .toList();
  }

  private static List<String> both(List<String> first, List<String> second) {
    var all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private static <T> List<T> both(List<T> first, List<T> second, Function<T, String> name) {
    var all = new LinkedHashMap<String, T>();
    first.forEach(one -> all.putIfAbsent(name.apply(one), one));
    second.forEach(one -> all.putIfAbsent(name.apply(one), one));
    return new ArrayList<>(all.values());
  }
}
