package rapport.lead.detection;

import java.util.List;
import java.util.function.UnaryOperator;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Answer;
import rapport.contracts.PersonaState.Button;
import rapport.contracts.PersonaState.Question;
import rapport.lead.persona.Persona;
import rapport.lead.text.Gloss;

/** Personas as they are compared with visitors: in English words, whatever language both speak. */
final class InEnglish {

  private final UnaryOperator<String> english;

  private InEnglish(UnaryOperator<String> english) {
    this.english = english;
  }

  /** A reader of what belongs to these personas: their words, the addresses of their pages. */
  static InEnglish of(List<Persona> personas) {
    var all = personas.stream().flatMap(persona -> persona.thoughts().stream()).toList();
    return new InEnglish(Gloss.forTextsLike(String.join(". ", all)));
  }

  String text(String text) {
    return english.apply(text);
  }

  Persona persona(Persona persona) {
    var state = persona.state();
    return new Persona(
        persona.id(),
        new PersonaState(
            text(state.name()),
            state.version(),
            state.site(),
            state.status(),
            state.maker(),
            text(state.description()),
            texts(state.needs()),
            texts(state.vocabulary()),
            texts(state.exemplars()),
            state.opening(),
            state.nextSteps(),
            state.questions().stream()
                .map(one -> new Question(one.path(), text(one.text())))
                .toList(),
            state.buttons().stream()
                .map(one -> new Button(text(one.label()), one.topic()))
                .toList(),
            state.knowledge().stream().map(this::answer).toList()));
  }

  private Answer answer(Answer answer) {
    return new Answer(answer.topic(), text(answer.question()), answer.answer(), answer.source());
  }

  private List<String> texts(List<String> texts) {
    return texts.stream().map(this::text).toList();
  }
}
