package rapport.integrations.push.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rapport.contracts.ConsentPurpose;
import rapport.integrations.push.Known;
import rapport.integrations.push.input.Sources;
import rapport.integrations.push.store.KnownThings;
import rapport.runtime.consent.WithheldConsents;
import reactor.core.publisher.Mono;

/** Of whom nothing may be written into a CRM. It is asked at the moment something would be. */
@Component
public final class CrmConsents {

  private final WithheldConsents consents;
  private final KnownThings things;

  CrmConsents(WithheldConsents consents, KnownThings things) {
    this.consents = consents;
    this.things = things;
  }

  /** What is known, with nothing wanted of those who withhold it. */
  Mono<Map<String, Known>> heeded(String workspace, Map<String, Known> known) {
    var conversations = conversations(known.values());
    return conversations.isEmpty()
        ? Mono.just(known)
        : consents
            .withholding(workspace, conversations, ConsentPurpose.CRM)
            .map(withholding ->
                known.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey,
                            each ->
                                each.getValue().conversations().stream()
                                        .anyMatch(withholding::contains)
                                    ? each.getValue().unwanted()
                                    : each.getValue())));
  }

  /**
   * Whether the person a lead or a conversation is of withholds it. An account is of no one person.
   *
   * @param type {@code lead}, {@code conversation}, or something that is not of a person
   */
  public Mono<Boolean> withholds(String workspace, String type, String id) {
    return switch (type) {
      case "conversation" -> consents.withholds(workspace, id, ConsentPurpose.CRM);
      case "lead" ->
          things
              .of(workspace, Sources.LEADS, List.of(id))
              .map(known -> conversations(known.values()))
              .flatMap(all -> consents.withholding(workspace, all, ConsentPurpose.CRM))
              .map(withholding -> !withholding.isEmpty());
      default -> Mono.just(false);
    };
  }

  private static List<String> conversations(Collection<Known> known) {
    return known.stream().flatMap(each -> each.conversations().stream()).distinct().toList();
  }
}
