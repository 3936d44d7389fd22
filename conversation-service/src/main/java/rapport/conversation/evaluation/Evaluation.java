package rapport.conversation.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.conversation.evaluation.Judgement.Value;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.Mentions;
import rapport.conversation.understanding.Utterance;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;

/** How well answers are understood. */
record Evaluation(List<Judgement> judgements) {

  Evaluation {
    judgements = List.copyOf(judgements);
  }

  /** Understands every answer and decides what follows from it, as the service does. */
  static Evaluation of(
      List<GuidedAnswer> answers, FlowCatalog flows, EmbeddedInterpreter interpreter) {
    return new Evaluation(
        answers.stream()
            .map(answer -> {
              var moment = Moment.of(answer, flows.latest(answer.flow()));
              var utterance = utterance(answer, moment, flows);
              var acts = Mentions.with(interpreter.acts(utterance), utterance);
              return Judgement.of(answer, moment, Taken.of(moment, answer.text(), acts));
            })
            .toList());
  }

  /** What understanding the answers costs, once warm. */
  static CpuTimes cpu(
      List<GuidedAnswer> answers, FlowCatalog flows, EmbeddedInterpreter interpreter) {
    return CpuTimes.of(
        answers.stream()
            .map(answer -> {
              var moment = Moment.of(answer, flows.latest(answer.flow()));
              var utterance = utterance(answer, moment, flows);
              return (Runnable) () -> interpreter.acts(utterance);
            })
            .toList());
  }

  private static Utterance utterance(GuidedAnswer answer, Moment moment, FlowCatalog flows) {
    var texts = flows.texts(answer.flow(), answer.locale());
    return Utterance.in(moment.definition(), moment.dialogue(), texts, answer.text());
  }

  List<Value> values() {
    return judgements.stream().flatMap(judgement -> judgement.values().stream()).toList();
  }

  Tally all() {
    return Tally.of(values());
  }

  /** By type of value, in alphabetical order. */
  Map<String, Tally> byType() {
    return values().stream()
        .collect(
            Collectors.groupingBy(
                Value::type,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Tally::of)));
  }

  /** Turns with everything that was expected and nothing else. */
  @Nullable Double turnExact() {
    return Share.of(judgements, Judgement::exact);
  }

  /** The same of turns in which several values are expected. */
  @Nullable Double multiFieldExact() {
    return Share.of(
        judgements.stream().filter(Judgement::severalExpected).toList(), Judgement::exact);
  }

  /** The same of turns in which nothing is expected. */
  @Nullable Double untouched() {
    return Share.of(
        judgements.stream().filter(Judgement::nothingExpected).toList(), Judgement::exact);
  }

  /** Of the turns with labelled acts, those in which just these were understood. */
  @Nullable Double actAccuracy() {
    return Share.of(
        judgements.stream().filter(one -> !one.answer().acts().isEmpty()).toList(),
        Judgement::actsRight);
  }

  /** What was labelled and what was understood instead, with how often, the most frequent first. */
  List<Map.Entry<String, Long>> confusions() {
    return judgements.stream()
        .filter(one -> !one.actsRight())
        .collect(
            Collectors.groupingBy(
                one ->
                    String.join("+", one.answer().acts())
                        + " -> "
                        + one.taken().acts().stream().sorted().collect(Collectors.joining("+")),
                TreeMap::new,
                Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .toList();
  }
}
