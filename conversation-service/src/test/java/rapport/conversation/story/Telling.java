package rapport.conversation.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Plays a story from beginning to end and tells what is not as it says. */
final class Telling {

  private final Cast cast;
  private final String file;
  private final Story story;
  private final Rehearsal rehearsal;
  private final List<String> failures = new ArrayList<>();
  private Consumer<Scene> watcher = _ -> {};

  Telling(Cast cast, String file, Story story) {
    this.cast = cast;
    this.file = file;
    this.story = story;
    this.rehearsal = Rehearsal.of(cast, story);
  }

  /** Has somebody watch every scene. */
  Telling watchedBy(Consumer<Scene> audience) {
    watcher = audience;
    return this;
  }

  /** The conversation after the story was told. */
  Rehearsal told() {
    look("the beginning", 0, rehearsal.begin(story.locale()), story.begins());
    var number = 0;
    for (var step : story.steps()) {
      number++;
      var what = "step " + number + ", " + step.gesture();
      look(what, step.line(), rehearsal.play(step.gesture()), step.expected());
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(
          failures.stream()
              .collect(
                  Collectors.joining(
                      "\n",
                      "\"" + story.name() + "\" [" + story.locale() + "] went differently\n",
                      "")));
    }
    return rehearsal;
  }

  private void look(String what, int line, Scene scene, List<Expected> expected) {
    watcher.accept(scene);
    var differences = scene.differences(expected);
    if (!differences.isEmpty()) {
      var place = file + (line > 0 ? ":" + line : "");
      failures.add("  " + place + ": " + what);
      differences.forEach(difference -> failures.add("    " + difference));
      failures.add("    events " + scene.outcome().events());
      failures.add("    said   " + scene.said().replace("\n", "\n           "));
    }
  }

  /** The same conversation, exported and read again. */
  Story exported() {
    var yaml = StoryWriter.write(StoryExport.of(cast.flows(), rehearsal.commits()));
    return StoryReader.read(
            new rapport.conversation.flow.yaml.FlowFile("exported " + file, yaml), cast.flows())
        .getFirst();
  }
}
