package rapport.conversation.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/** Facts as a test wants them. */
public final class GuardFacts implements Facts {

  private final Map<String, FieldValue> values = new HashMap<>();
  private final Map<String, String> context = new HashMap<>();
  private final Set<String> prefilled = new HashSet<>();
  private final Set<String> closed = new HashSet<>();
  private boolean completed;

  public static GuardFacts facts() {
    return new GuardFacts();
  }

  public GuardFacts with(String path, Object json) {
    values.put(path, FieldValue.of(json));
    closed.add(path);
    return this;
  }

  public GuardFacts withContext(String key, String text) {
    context.put(key, text);
    return this;
  }

  public GuardFacts prefilledWith(String path, Object json) {
    prefilled.add(path);
    return with(path, json);
  }

  public GuardFacts skipped(String path) {
    closed.add(path);
    return this;
  }

  public GuardFacts finished() {
    completed = true;
    return this;
  }

  @Override
  public @Nullable FieldValue value(String path) {
    return values.get(path);
  }

  @Override
  public boolean prefilled(String path) {
    return prefilled.contains(path);
  }

  @Override
  public boolean closed(String path) {
    return closed.contains(path);
  }

  @Override
  public @Nullable String context(String key) {
    return context.get(key);
  }

  @Override
  public boolean completed() {
    return completed;
  }
}
