package rapport.standalone.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of an index worth reading for a query: entries that begin with {@code prefix} and whose
 * next value, when there are bounds, is from {@code from} to {@code to}, both included. It may hold
 * more than the query asks for, never less: the matcher looks at every document again.
 */
record Range(IndexEntry prefix, @Nullable Object from, @Nullable Object to) {

  private static final int MOST_ALTERNATIVES = 1000;

  /** How an index can serve a query; the more {@code depth}, the fewer documents are read. */
  record Plan(List<Range> ranges, int depth) {}

  /** All entries that begin with {@code prefix}. */
  static Range of(IndexEntry prefix) {
    return new Range(prefix, null, null);
  }

  /** What {@code query} narrows an index of {@code paths} to, if anything. */
  static Optional<Plan> plan(List<String> paths, Document query) {
    var conditions = conditions(query);
    var prefixes = List.of(new IndexEntry(List.of()));
    var depth = 0;
    for (var path : paths) {
      var condition = conditions.get(path);
      var values = condition == null ? List.of() : equalTo(condition);
      if (values.isEmpty() || values.size() * prefixes.size() > MOST_ALTERNATIVES) {
        return plan(prefixes, condition == null ? Bounds.NONE : Bounds.of(path, condition), depth);
      }
      prefixes = extend(prefixes, values);
      depth += 2;
    }
    return plan(prefixes, Bounds.ofId(conditions.get("_id")), depth);
  }

  private static Optional<Plan> plan(List<IndexEntry> prefixes, Bounds bounds, int equalities) {
    var depth = equalities + (bounds.isOpen() ? 0 : 1);
    var ranges = prefixes.stream().map(each -> new Range(each, bounds.from, bounds.to)).toList();
    return depth == 0 ? Optional.empty() : Optional.of(new Plan(ranges, depth));
  }

  /** Whether the entries of an index of {@code paths} come in the order of their ids. */
  boolean isSortedById(List<String> paths) {
    var next = prefix.values().size();
    return next == paths.size() || paths.get(next).equals("_id");
  }

  /** Whether an entry that is not before {@code prefix} and {@code from} is still inside. */
  boolean reaches(IndexEntry entry) {
    return entry.startsWith(prefix)
        && (to == null || ValueType.order(entry.values().get(prefix.values().size()), to) <= 0);
  }

  private static List<IndexEntry> extend(List<IndexEntry> prefixes, List<?> values) {
    return prefixes.stream()
        .flatMap(prefix -> values.stream().map(value -> prefix.with(value)))
        .toList();
  }

  private static Map<String, Object> conditions(Document query) {
    var conditions = new HashMap<String, Object>();
    parts(query)
        .flatMap(part -> part.entrySet().stream())
        .filter(entry -> !entry.getKey().startsWith("$") && entry.getValue() != null)
        .forEach(entry -> conditions.putIfAbsent(entry.getKey(), entry.getValue()));
    return conditions;
  }

  private static Stream<Document> parts(Document query) {
    return Stream.concat(
        Stream.of(query),
        query.get("$and") instanceof Collection<?> all
            ? all.stream().map(Document.class::cast).flatMap(Range::parts)
            : Stream.empty());
  }

  private static List<?> equalTo(Object condition) {
    if (isPlain(condition)) {
      return List.of(condition);
    }
    if (condition instanceof Document operators) {
      var equal = operators.get("$eq");
      if (equal != null && isPlain(equal)) {
        return List.of(equal);
      }
      if (operators.get("$in") instanceof Collection<?> in
          && in.stream().allMatch(Range::isPlain)) {
        return List.copyOf(in);
      }
    }
    return List.of();
  }

  /** Values whose equality means one index entry; null also matches what is missing. */
  private static boolean isPlain(@Nullable Object value) {
    return value != null
        && !(value instanceof Map)
        && !(value instanceof Collection)
        && !(value instanceof BsonRegularExpression);
  }

  private record Bounds(@Nullable Object from, @Nullable Object to) {

    private static final Bounds NONE = new Bounds(null, null);
    private static final Pattern BEGINNING = Pattern.compile("\\^([\\w /:@-]*)(.?)");
    private static final String LAST = "\uffff";

    boolean isOpen() {
      return from == null && to == null;
    }

    /** An entry ends with the document's id. */
    static Bounds ofId(@Nullable Object condition) {
      return condition == null ? NONE : of("_id", condition);
    }

    static Bounds of(String path, Object condition) {
      if (condition instanceof BsonRegularExpression expression) {
        return expression(expression.getPattern(), expression.getOptions());
      }
      if (!(condition instanceof Document operators)) {
        return NONE;
      }
      if (operators.get("$regex") instanceof BsonRegularExpression expression) {
        return expression(expression.getPattern(), expression.getOptions());
      }
      if (operators.get("$regex") instanceof String pattern) {
        return expression(pattern, Objects.toString(operators.get("$options"), ""));
      }
      var from = bound(operators, "$gte", "$gt");
      var to = bound(operators, "$lte", "$lt");
      // An array may satisfy each bound with another of its elements; an id is never an array.
      return new Bounds(from, from == null || path.equals("_id") ? to : null);
    }

    private static @Nullable Object bound(Document operators, String included, String excluded) {
      var bound =
          operators.containsKey(included) ? operators.get(included) : operators.get(excluded);
      return isPlain(bound) ? bound : null;
    }

    /** Only texts match; those that begin as the expression does, when it says so plainly. */
    private static Bounds expression(String pattern, @Nullable String options) {
      var beginning = BEGINNING.matcher(pattern);
      if ((options != null && !options.isEmpty())
          || !beginning.lookingAt()
          || pattern.contains("|")) {
        return new Bounds("", null);
      }
      var text = beginning.group(1);
      var optional = "*?{".contains(beginning.group(2)) && !beginning.group(2).isEmpty();
      var certain = optional && !text.isEmpty() ? text.substring(0, text.length() - 1) : text;
      return new Bounds(certain, certain.isEmpty() ? null : certain + LAST);
    }
  }
}
