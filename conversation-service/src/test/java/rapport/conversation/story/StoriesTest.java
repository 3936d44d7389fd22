package rapport.conversation.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rapport.conversation.flow.yaml.FlowFile;

/**
 * Every story of {@code stories/} comes true in each of its languages, and again after it was
 * exported; together they leave nothing of the flows untold.
 */
class StoriesTest {

  /** What belongs to open conversations, and interviews know nothing of. */
  private static final Set<String> OPEN =
      Set.of(
          "ModeSwitched",
          "PersonaAssessed",
          "IntentAssessed",
          "ColleagueCalled",
          "EmailCaptured",
          "QuestionAnswered",
          "QuestionLeftOpen",
          "ReplyProduced",
          "AgentJoined",
          "AgentReplied",
          "AgentLeft");

  /** What cannot happen in a flow, or needs more than a conversation to happen. */
  private static final Map<String, Set<String>> UNTOLD =
      Map.of(
          "customer-profile",
          Set.of("ItemAdded", "ItemRemoved", "ItemMoved", "FlowMigrated"),
          "buying-process",
          Set.of("FieldParked", "FieldRestored", "FlowMigrated", "ClarificationAsked"));

  private final Cast cast = Cast.all();
  private final Map<String, Coverage> coverage = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicNode> stories() {
    UNTOLD.keySet().forEach(flow -> coverage.put(flow, new Coverage(cast.flows().latest(flow))));
    return Stream.concat(
        StoryFiles.all().stream().map(this::inEveryLanguage),
        UNTOLD.keySet().stream().sorted().map(this::untold));
  }

  private DynamicNode inEveryLanguage(FlowFile file) {
    var source = URI.create("classpath:/stories/" + file.name());
    return dynamicContainer(
        file.name(),
        source,
        StoryReader.read(file, cast.flows()).stream()
            .map(story ->
                dynamicTest(
                    story.name() + " [" + story.locale() + "]", () -> play(file.name(), story))));
  }

  private void play(String file, Story story) {
    var telling = new Telling(cast, file, story);
    var seen = coverage.get(story.flow());
    if (seen != null && story.version() == null) {
      telling.watchedBy(seen::saw);
    }
    telling.told();
    new Telling(cast, "exported " + file, telling.exported()).told();
  }

  private static Set<String> untoldOf(String flow) {
    var untold = new HashSet<>(UNTOLD.getOrDefault(flow, Set.of()));
    if (!flow.equals("lead-to-sales")) {
      untold.addAll(OPEN);
    }
    return untold;
  }

  private DynamicTest untold(String flow) {
    return dynamicTest(
        "nothing of " + flow + " is left untold",
        () -> {
          var seen = coverage.getOrDefault(flow, new Coverage(cast.flows().latest(flow)));
          System.out.println(seen.report());
          for (var kind : Coverage.Kind.values()) {
            assertThat(seen.missing(kind))
                .as("%s of %s never seen", kind, flow)
                .isSubsetOf(untoldOf(flow));
          }
        });
  }
}
