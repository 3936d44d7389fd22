package rapport.lead.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rapport.contracts.LeadEvent.Candidate;

/** What is measured of judged conversations, as one JSON object. Shares are from 0 to 1. */
final class Figures {

  private static final int BINS = 10;

  private final List<Judged> judged;

  Figures(List<Judged> judged) {
    this.judged = List.copyOf(judged);
  }

  /** The figures by name; null where there was nothing to measure. */
  Map<String, @Nullable Object> all(int skipped) {
    var figures = new LinkedHashMap<String, @Nullable Object>();
    figures.put("conversations", judged.size());
    figures.put("skipped", skipped);
    var longest = judged.stream().mapToInt(one -> one.beliefs().size()).max().orElse(0);
    for (var turn = 1; turn <= longest; turn++) {
      figures.put("top1_turn" + turn, rounded(topOne(turn)));
    }
    figures.put("top1_last", rounded(topOne(longest)));
    figures.put("assigned_right_last", rounded(share(judged, Figures::assignedRight)));
    figures.put("ece", rounded(calibrationError()));
    figures.put("flips_per_conversation", rounded(mean(judged.stream().mapToInt(Judged::flips))));
    figures.put("flips_most", judged.stream().mapToInt(Judged::flips).max().orElse(0));
    figures.put("intent_turn_error", rounded(mean(judged.stream().mapToInt(Figures::turnError))));
    figures.put("intent_turn_exact", rounded(share(judged, one -> turnError(one) == 0)));
    figures.put("intent_too_early", rounded(share(judged, Figures::tooEarly)));
    email(figures);
    facts(figures);
    figures.put("competitors", tally(Figures::competitors).figures());
    figures.put("signals", tally(Figures::signals).figures());
    return figures;
  }

  /**
   * The share of conversations whose likeliest persona is right after so many turns, or at their
   * end.
   */
  private @Nullable Double topOne(int turn) {
    return share(judged, one -> one.after(turn).first().id().equals(one.chat().persona()));
  }

  private static boolean assignedRight(Judged one) {
    return one.assigned().getLast().equals(one.chat().persona());
  }

  /** Mean distance of confidence and truth over tenths of confidence, over all turns. */
  private @Nullable Double calibrationError() {
    var count = new int[BINS];
    var confidence = new double[BINS];
    var right = new double[BINS];
    var all = 0;
    for (var one : judged) {
      for (var belief : one.beliefs()) {
        Candidate first = belief.first();
        var bin = Math.min(BINS - 1, (int) (first.confidence() * BINS));
        count[bin]++;
        confidence[bin] += first.confidence();
        right[bin] += first.id().equals(one.chat().persona()) ? 1 : 0;
        all++;
      }
    }
    if (all == 0) {
      return null;
    }
    var error = 0d;
    for (var bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidence[bin] - right[bin]);
    }
    return error / all;
  }

  /** Turns between the right one and the one found; never counts as one after the last. */
  private static int turnError(Judged one) {
    var never = one.chat().turns().size() + 1;
    var right = Objects.requireNonNullElse(one.chat().highFrom(), never);
    return Math.abs(right - Objects.requireNonNullElse(one.highFrom(), never));
  }

  private static boolean tooEarly(Judged one) {
    var never = one.chat().turns().size() + 1;
    return Objects.requireNonNullElse(one.highFrom(), never)
        < Objects.requireNonNullElse(one.chat().highFrom(), never);
  }

  private void email(Map<String, @Nullable Object> figures) {
    var given = judged.stream().filter(one -> one.chat().emailTurn() != null).toList();
    var found = judged.stream().filter(one -> one.emailTurn() != null).toList();
    Predicate<Judged> right =
        one ->
            Objects.equals(one.emailTurn(), one.chat().emailTurn())
                && String.valueOf(one.address())
                    .equalsIgnoreCase(String.valueOf(one.chat().address()));
    figures.put("email_recall", rounded(share(given, right)));
    figures.put("email_precision", rounded(share(found, right)));
    var asked = judged.stream().filter(one -> one.askedAt() != null).toList();
    figures.put("email_asked", asked.size());
    figures.put("email_asked_before_intent", rounded(share(judged, Figures::askedEarly)));
  }

  private static boolean askedEarly(Judged one) {
    var asked = one.askedAt();
    var right = one.chat().highFrom();
    return asked != null && (right == null || asked < right);
  }

  private void facts(Map<String, @Nullable Object> figures) {
    var byPath = new TreeMap<String, Tally>();
    for (var one : judged) {
      FactMatch.paths(one)
          .forEach(
              path -> byPath.computeIfAbsent(path, _ -> new Tally()).add(FactMatch.of(one, path)));
    }
    var all = new Tally();
    byPath.values().forEach(all::add);
    figures.put("facts_precision", rounded(all.precision()));
    figures.put("facts_recall", rounded(all.recall()));
    var paths = new LinkedHashMap<String, Map<String, @Nullable Object>>();
    byPath.forEach((path, tally) -> paths.put(path, tally.figures()));
    figures.put("facts", paths);
  }

  private static Tally competitors(Judged one) {
    return Tally.ofSets(lower(one.chat().competitors()), lower(one.competitors()));
  }

  /** Competitors are measured by their names, not as a signal. */
  private static Tally signals(Judged one) {
    var wanted = one.chat().signals().stream().filter(type -> !type.equals("competitor")).toList();
    var found = one.signals().stream().filter(type -> !type.equals("competitor")).toList();
    return Tally.ofSets(wanted, found);
  }

  private static List<String> lower(Iterable<String> names) {
    var lower = new ArrayList<String>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return lower;
  }

  private Tally tally(java.util.function.Function<Judged, Tally> of) {
    var all = new Tally();
    judged.forEach(one -> all.add(of.apply(one)));
    return all;
  }

  private static @Nullable Double share(List<Judged> all, Predicate<Judged> those) {
    return all.isEmpty() ? null : (double) all.stream().filter(those).count() / all.size();
  }

  private static @Nullable Double mean(java.util.stream.IntStream numbers) {
    var mean = numbers.average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }

  static @Nullable Double rounded(@Nullable Double figure) {
    return figure == null ? null : Math.round(figure * 1e4) / 1e4;
  }
}
