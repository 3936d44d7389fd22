package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Holds JSON to what a record says: a component that is not {@code @Nullable} must be there. */
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return component(member)
        .map(RequiredUnlessNullable::isRequired)
        .orElseGet(() -> super.hasRequiredMarker(config, member));
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    return component(annotated).filter(RequiredUnlessNullable::isRequired).isPresent()
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : super.findSetterInfo(config, annotated);
  }

  private static Optional<RecordComponent> component(Annotated annotated) {
    return switch (annotated) {
      case AnnotatedParameter parameter when parameter.getDeclaringClass().isRecord() ->
          Optional.of(parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()]);
      case AnnotatedField field when field.getDeclaringClass().isRecord() ->
          Arrays.stream(field.getDeclaringClass().getRecordComponents())
              .filter(component -> component.getName().equals(field.getName()))
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
