package rapport.integrations.push.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushField;
import rapport.integrations.push.PushSettings;
import rapport.integrations.push.PushSettings.Erase;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/**
 * What is to be pushed.
 *
 * @param rev what it was decided on
 * @param kinds {@code account}, {@code contact}, {@code lead}, {@code task}; none to push nothing
 * @param scores whether scores are told, too
 * @param objects where records of a kind are kept over there, by kind, where that can be named;
 *     those that are left out or empty are kept where it is proposed
 * @param fields what fields are called over there, by kind and name; empty not to tell one; those
 *     that are left out are called as proposed
 * @param erase what becomes over there of whoever is erased: {@code delete} (what Rapport made) or
 *     {@code keep}; none leaves it as it is
 */
record PushRequest(
    @Nullable Long rev,
    @Nullable List<@Nullable String> kinds,
    @Nullable Boolean scores,
    @Nullable Map<String, @Nullable String> objects,
    @Nullable Map<String, @Nullable Map<String, @Nullable String>> fields,
    @Nullable String erase) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

  /**
   * What it asks for.
   *
   * @param before what holds until now
   * @param namesObjects whether it may say where records are kept
   * @throws Problem 422 {@code invalid-fields}
   */
  PushSettings settings(PushSettings before, boolean namesObjects) {
    var errors = new ArrayList<FieldError>();
    if (rev == null) {
      errors.add(new FieldError("rev", "required", "Which revision it was decided on is needed."));
    }
    var wanted = kinds == null ? List.<String>of() : kinds.stream().map(String::valueOf).toList();
    wanted.stream()
        .filter(kind -> Kind.of(kind).isEmpty())
        .forEach(kind ->
            errors.add(new FieldError("kinds", "unknown-value", "There is no kind " + kind + ".")));
    var places = places(namesObjects, errors);
    var mapping = mapping(errors);
    if (erase != null && Erase.of(erase).isEmpty()) {
      errors.add(new FieldError("erase", "unknown-value", "It is delete or keep."));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Some of it cannot be taken.")
          .withErrors(errors);
    }
    return new PushSettings(
        Set.copyOf(wanted),
        scores != null && scores,
        places,
        mapping,
        Optional.ofNullable(erase).flatMap(Erase::of).orElse(before.erase()));
  }

  private Map<String, String> places(boolean namesObjects, List<FieldError> errors) {
    var places = new HashMap<String, String>();
    if (objects != null) {
      objects.forEach((kind, name) -> {
        var path = "objects." + kind;
        var plain = name == null ? "" : name.strip();
        if (Kind.of(kind).isEmpty() || !namesObjects) {
          errors.add(new FieldError(path, "unknown-field", "It has no name of its own here."));
        } else if (!plain.isEmpty() && !NAME.matcher(plain).matches()) {
          errors.add(notFitting(path));
        } else if (!plain.isEmpty()) {
          places.put(kind, plain);
        }
      });
    }
    return places;
  }

  private static FieldError notFitting(String path) {
    return new FieldError(path, "not-fitting", "A name is letters, digits and underscores.");
  }

  private Map<String, Map<String, String>> mapping(List<FieldError> errors) {
    var mapping = new HashMap<String, Map<String, String>>();
    if (fields != null) {
      fields.forEach((kind, names) -> mapping.put(kind, names(kind, names, errors)));
    }
    return mapping;
  }

  private static Map<String, String> names(
      String kind,
      @Nullable Map<String, ? extends @Nullable String> given,
      List<FieldError> errors) {
    var known =
        Kind.of(kind).stream()
            .flatMap(PushField::of)
            .map(PushField::name)
            .collect(Collectors.toSet());
    var names = new HashMap<String, String>();
    if (given != null) {
      given.forEach((name, to) -> {
        var path = "fields." + kind + "." + name;
        var plain = to == null ? "" : to.strip();
        if (!known.contains(name)) {
          errors.add(new FieldError(path, "unknown-field", "There is no such field."));
        } else if (!plain.isEmpty() && !NAME.matcher(plain).matches()) {
          errors.add(notFitting(path));
        } else {
          names.put(name, plain);
        }
      });
    }
    return names;
  }
}
