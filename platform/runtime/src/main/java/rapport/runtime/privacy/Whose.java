package rapport.runtime.privacy;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Says which documents of a collection are somebody's. */
public interface Whose {

  /** Finds them; empty when nothing can be theirs. */
  Optional<Bson> filter(String workspace, Subject subject);

  /** Whether one that was found for several people is this one's. */
  Predicate<Document> test(String workspace, Subject subject);

  /** One told by what is to be equal. */
  private static Whose by(
      BiFunction<String, Subject, Optional<Bson>> filter,
      Function<Document, Stream<?>> has,
      BiFunction<String, Subject, List<String>> wanted) {
    return new Whose() {
      @Override
      public Optional<Bson> filter(String workspace, Subject subject) {
        return filter.apply(workspace, subject);
      }

      @Override
      public Predicate<Document> test(String workspace, Subject subject) {
        var ids = Set.copyOf(wanted.apply(workspace, subject));
        return document -> has.apply(document).anyMatch(ids::contains);
      }
    };
  }

  /** Those that have one of these ids in a field. */
  static Whose field(String field, Function<Subject, List<String>> ids) {
    return by(
        (_, subject) -> among(field, ids.apply(subject)),
        document ->
            document.get(field) instanceof List<?> several
                ? several.stream()
                : Stream.ofNullable(document.get(field)),
        (_, subject) -> ids.apply(subject));
  }

  /** Those with {@code _id} workspace/id. */
  static Whose key(Function<Subject, List<String>> ids) {
    return by(
        (workspace, subject) -> among("_id", Subject.keys(workspace, ids.apply(subject))),
        document -> Stream.of(document.get("_id", "")),
        (workspace, subject) -> Subject.keys(workspace, ids.apply(subject)));
  }

  /** Those whose {@code _id} begins with workspace/id and one of these characters. */
  static Whose keyBefore(String separators, Function<Subject, List<String>> ids) {
    return by(
        (workspace, subject) -> {
          var each =
              Subject.keys(workspace, ids.apply(subject)).stream()
                  .map(key -> regex("_id", "^" + Pattern.quote(key) + "[" + separators + "]"))
                  .toList();
          return each.isEmpty() ? Optional.empty() : Optional.of(Filters.or(each));
        },
        document -> {
          var id = document.get("_id", "");
          return IntStream.range(0, id.length())
              .filter(at -> separators.indexOf(id.charAt(at)) >= 0)
              .mapToObj(at -> id.substring(0, at));
        },
        (workspace, subject) -> Subject.keys(workspace, ids.apply(subject)));
  }

  /** Those of either. */
  default Whose or(Whose other) {
    var one = this;
    return new Whose() {
      @Override
      public Optional<Bson> filter(String workspace, Subject subject) {
        var both = new ArrayList<Bson>();
        one.filter(workspace, subject).ifPresent(both::add);
        other.filter(workspace, subject).ifPresent(both::add);
        return both.isEmpty() ? Optional.empty() : Optional.of(Filters.or(both));
      }

      @Override
      public Predicate<Document> test(String workspace, Subject subject) {
        return one.test(workspace, subject).or(other.test(workspace, subject));
      }
    };
  }

  private static Optional<Bson> among(String field, Collection<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(in(field, values));
  }
}
