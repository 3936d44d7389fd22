package rapport.conversation.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import rapport.conversation.flow.yaml.FlowFile;

/** The stories of the classpath. */
final class StoryFiles {

  private StoryFiles() {}

  static List<FlowFile> all() {
    try {
      return Stream.of(
              new PathMatchingResourcePatternResolver().getResources("classpath*:stories/*.yaml"))
          .map(StoryFiles::file)
          .sorted(Comparator.comparing(FlowFile::name))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static FlowFile file(Resource resource) {
    try {
      return new FlowFile(
          Objects.requireNonNull(resource.getFilename()),
          resource.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
