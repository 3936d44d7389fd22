package rapport.embedding.intent.tool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.embedding.intent.Example;

/** What is learnt from by chance, and what it is then tested with. */
record Draw(List<Example> learnt, List<Example> inScope, List<Example> outOfScope) {

  /**
   * The same seed draws the same. When {@code test} is {@code train}, what was not drawn is left
   * for the test.
   */
  static Draw of(List<Example> train, List<Example> test, Options options, long seed) {
    var random = new Random(seed);
    var labels =
        new ArrayList<>(
            train.stream()
                .map(Example::label)
                .filter(label -> !LabelledTexts.isOutOfScope(label))
                .distinct()
                .sorted()
                .toList());
    Collections.shuffle(labels, random);
    var heldOut = Set.copyOf(labels.subList(0, Math.min(options.heldOut(), labels.size())));
    var known =
        labels.stream().filter(label -> !heldOut.contains(label)).collect(Collectors.toSet());
    var learnt = firstOfEach(shuffled(train, random), known, options.perClass()).toList();
    var left = train.equals(test) ? without(test, learnt) : test;
    var mixed = shuffled(left, random);
    var outOfScope =
        heldOut.isEmpty()
            ? mixed.stream().filter(example -> !known.contains(example.label()))
            : firstOfEach(mixed, heldOut, options.testPerClass());
    return new Draw(
        learnt, firstOfEach(mixed, known, options.testPerClass()).toList(), outOfScope.toList());
  }

  private static List<Example> shuffled(List<Example> examples, Random random) {
    var shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static List<Example> without(List<Example> examples, List<Example> gone) {
    var set = Set.copyOf(gone);
    return examples.stream().filter(example -> !set.contains(example)).toList();
  }

  private static Stream<Example> firstOfEach(List<Example> examples, Set<String> labels, int most) {
    return examples.stream()
        .filter(example -> labels.contains(example.label()))
        .collect(Collectors.groupingBy(Example::label, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(group -> group.stream().limit(most));
  }
}
