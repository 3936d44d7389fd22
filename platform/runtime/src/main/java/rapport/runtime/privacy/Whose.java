package rapport.runtime.privacy;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;

/** Says which documents of a collection are somebody's; none when nothing can be. */
@FunctionalInterface
public interface Whose {

  Optional<Bson> filter(String workspace, Subject subject);

  /** Those that have one of these ids in a field. */
  static Whose field(String field, Function<Subject, List<String>> ids) {
    return (_, subject) -> among(field, ids.apply(subject));
  }

  /** Those with {@code _id} workspace/id. */
  static Whose key(Function<Subject, List<String>> ids) {
    return (workspace, subject) -> among("_id", Subject.keys(workspace, ids.apply(subject)));
  }

  /** Those whose {@code _id} begins with workspace/id and one of these characters. */
  static Whose keyBefore(String separators, Function<Subject, List<String>> ids) {
    return (workspace, subject) -> {
      var each =
          Subject.keys(workspace, ids.apply(subject)).stream()
              .map(key -> regex("_id", "^" + Pattern.quote(key) + "[" + separators + "]"))
              .toList();
      return each.isEmpty() ? Optional.empty() : Optional.of(Filters.or(each));
    };
  }

  /** Those of either. */
  default Whose or(Whose other) {
    return (workspace, subject) -> {
      var both = new ArrayList<Bson>();
      filter(workspace, subject).ifPresent(both::add);
      other.filter(workspace, subject).ifPresent(both::add);
      return both.isEmpty() ? Optional.empty() : Optional.of(Filters.or(both));
    };
  }

  private static Optional<Bson> among(String field, Collection<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(in(field, values));
  }
}
