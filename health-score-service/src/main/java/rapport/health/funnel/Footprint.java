package rapport.health.funnel;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a session leaves behind for the count of phases, until it is known which fields are in them.
 * Sessions that went alike leave the same.
 *
 * @param fields by step, the numbers of the fields of which it holds in any row
 * @param came the phases it came to
 * @param left the phase in which it was abandoned; none when it was not
 */
record Footprint(Map<Step, BitSet> fields, Set<String> came, @Nullable String left) {

  static Footprint of(
      ConversationProgress conversation,
      Map<String, List<Set<Step>>> rows,
      ToIntFunction<String> number,
      boolean abandoned) {
    var fields = new EnumMap<Step, BitSet>(Step.class);
    rows.forEach((path, steps) ->
        steps.forEach(row ->
            row.forEach(step ->
                fields.computeIfAbsent(step, _ -> new BitSet()).set(number.applyAsInt(path)))));
    var phase = conversation.phase() == null ? FlowOutline.OTHER : conversation.phase();
    return new Footprint(fields, conversation.reached(), abandoned ? phase : null);
  }

  /**
   * What holds of any field of a phase. Where a session stopped is the phase it was in, which may
   * ask a field of an earlier one.
   */
  Set<Step> steps(String phase, BitSet fieldsOfPhase) {
    var steps = EnumSet.noneOf(Step.class);
    fields.forEach((step, numbers) -> {
      if (step != Step.ABANDONED && numbers.intersects(fieldsOfPhase)) {
        steps.add(step);
      }
    });
    if (phase.equals(left)) {
      steps.add(Step.ABANDONED);
    }
    return steps;
  }
}
