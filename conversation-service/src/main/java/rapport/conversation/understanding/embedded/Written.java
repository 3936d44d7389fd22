package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.Reply.Given;

/** The acts understood so far, and the tokens they used up. */
final class Written {

  private record Placed(Act act, int at) {}

  private final Reading reading;
  private final List<Placed> acts = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private final BitSet used = new BitSet();

  Written(Reading reading) {
    this.reading = reading;
  }

  boolean has(Field field) {
    return has(field.path());
  }

  boolean has(String path) {
    return paths.contains(path);
  }

  boolean empty() {
    return acts.isEmpty();
  }

  boolean anyField() {
    return !paths.isEmpty();
  }

  void add(Act act, Span span) {
    acts.add(new Placed(act, span.from()));
    use(span);
  }

  /** Fills a field, unless this message has given it a value already. */
  void fill(Field field, Given given, double confidence) {
    put(field, given, confidence, false);
  }

  /** Replaces a field's value because somebody said so, whether it has one or not. */
  void correct(Field field, Given given, double confidence) {
    put(field, given, confidence, true);
  }

  /** Replaces a field's value; with none to replace, it is an answer like any other. */
  void renew(Field field, Given given, double confidence) {
    put(field, given, confidence, reading.filled(field));
  }

  private void put(Field field, Given given, double confidence, boolean corrects) {
    if (confidence >= Confidence.LEAST && paths.add(field.path())) {
      var quote = reading.quote(given.quote());
      add(
          corrects
              ? new Act.Correct(field.path(), given.value(), quote, confidence)
              : new Act.Fill(field.path(), given.value(), quote, confidence),
          given.quote());
    }
  }

  void misfit(Field field, String code, Span said) {
    if (paths.add(field.path())) {
      add(new Act.Misfit(field.path(), code, reading.quote(said)), said);
    }
  }

  /** Notes that a field was dealt with in another way. */
  void settle(List<String> settled) {
    paths.addAll(settled);
  }

  void use(Span span) {
    used.set(span.from(), Math.max(span.from(), span.to()));
  }

  boolean used(Span span) {
    return used.get(span.from(), span.to()).cardinality() > 0;
  }

  /** What stands behind the last word that is used. */
  Span after(Span span) {
    return new Span(Math.max(span.from(), used.previousSetBit(span.to() - 1) + 1), span.to());
  }

  int unused(Span span) {
    return span.size() - used.get(span.from(), span.to()).cardinality();
  }

  /** In the order they were said. */
  List<Act> acts() {
    return acts.stream().sorted(Comparator.comparingInt(Placed::at)).map(Placed::act).toList();
  }
}
