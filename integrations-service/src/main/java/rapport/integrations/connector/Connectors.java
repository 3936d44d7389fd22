package rapport.integrations.connector;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every connector there is. */
@Component
public final class Connectors {

  private final List<Connector> all;

  public Connectors(List<Connector> all) {
    this.all =
        all.stream()
            .sorted(Comparator.comparing((Connector each) -> each.description().name()))
            .toList();
  }

  /** By name. */
  public List<Connector> all() {
    return all;
  }

  public Optional<Connector> find(String id) {
    return all.stream().filter(each -> each.description().id().equals(id)).findFirst();
  }
}
