package rapport.lead.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rapport.lead.persona.Persona;
import rapport.lead.text.Lists;

/** How near a text's meaning is to what visitors of each persona say. */
final class MeaningModel {

  /** What people write who have not said anything yet: the likeness of it counts as none. */
  private static final List<String> IDLE =
      List.of(
          "hi there",
          "hello, can somebody help me?",
          "ok thanks",
          "great, thank you very much",
          "I have a question",
          "what time is it where you are?",
          "are you a real person?",
          "do you have internships?",
          "where is your office?",
          "I am writing a school paper",
          "my order has not arrived",
          "I forgot my password",
          "nice website",
          "tell me a joke",
          "we offer search engine optimisation",
          "no, that is all",
          "maybe later",
          "yes please");

  private static final int NEAREST = 2;

  /** What people say who want something else than any persona does. */
  private static final List<String> ELSEWHERE =
      Lists.read("/lead/talk.txt").entrySet().stream()
          .filter(list -> list.getKey().startsWith("elsewhere"))
          .flatMap(list -> list.getValue().stream())
          .toList();

  /** Of a persona: the vectors of its thoughts and words, and how near idle talk comes to them. */
  private record Near(List<float[]> thoughts, double idle) {}

  /** Likenesses of one text: to each persona, against the others, and to the nearest. */
  record Nearness(List<Double> closer, double familiar) {}

  private final Meaning meaning;
  private final List<Near> personas;
  private final List<float[]> elsewhere;

  private MeaningModel(Meaning meaning, List<Near> personas, List<float[]> elsewhere) {
    this.meaning = meaning;
    this.personas = personas;
    this.elsewhere = elsewhere;
  }

  /** None when there is no meaning yet. */
  static Optional<MeaningModel> of(List<Persona> personas, Meaning meaning) {
    var idle = vectors(IDLE, meaning);
    if (idle.size() < IDLE.size()) {
      return Optional.empty();
    }
    var near =
        personas.stream()
            .map(persona -> vectors(words(persona), meaning))
            .map(thoughts -> new Near(thoughts, idle(thoughts, idle)))
            .toList();
    return Optional.of(new MeaningModel(meaning, near, vectors(ELSEWHERE, meaning)));
  }

  private static List<String> words(Persona persona) {
    var words = new ArrayList<>(persona.thoughts());
    words.addAll(persona.state().vocabulary());
    return words;
  }

  private static List<float[]> vectors(List<String> texts, Meaning meaning) {
    return texts.stream().map(meaning::of).flatMap(Optional::stream).toList();
  }

  private static double idle(List<float[]> thoughts, List<float[]> idle) {
    return idle.stream().mapToDouble(text -> nearest(thoughts, text)).average().orElse(0);
  }

  /** Empty when the model has gone. */
  Optional<Nearness> of(String text) {
    return meaning.of(text).map(this::nearness);
  }

  /**
   * Whether a text is nearer to what some persona says than to what people say who want something
   * else: where the personas are students or look for work, talk of that is their own.
   */
  boolean isOwn(String text) {
    return meaning.of(text).map(this::isOwn).orElse(false);
  }

  private boolean isOwn(float[] vector) {
    var own = personas.stream().mapToDouble(near -> likest(near.thoughts(), vector)).max();
    return own.orElse(-1) >= likest(elsewhere, vector);
  }

  private static double likest(List<float[]> texts, float[] text) {
    return texts.stream().mapToDouble(one -> dot(one, text)).max().orElse(-1);
  }

  private Nearness nearness(float[] vector) {
    var above =
        personas.stream()
            .mapToDouble(near -> nearest(near.thoughts(), vector) - near.idle())
            .toArray();
    var mean = Arrays.stream(above).average().orElse(0);
    var familiar = Arrays.stream(above).max().orElse(0);
    var closer = Arrays.stream(above).mapToObj(one -> one - mean).toList();
    return new Nearness(closer, familiar);
  }

  private static double nearest(List<float[]> thoughts, float[] text) {
    var nearest =
        thoughts.stream().mapToDouble(thought -> -dot(thought, text)).sorted().limit(NEAREST);
    return -nearest.average().orElse(0);
  }

  private static double dot(float[] a, float[] b) {
    Objects.checkIndex(b.length - 1, a.length);
    var sum = 0d;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * (double) b[i];
    }
    return sum;
  }
}
