package rapport.lead.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.embedding.Embedder;
import rapport.embedding.LateEmbedder;
import rapport.lead.detection.PersonaModel;
import rapport.lead.persona.Persona;
import rapport.lead.signal.SignalFinder;
import rapport.lead.talk.TalkModel;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;

/**
 * Models of sets of personas. One is made of words at once; as soon as the embedding model is there
 * one with meanings takes its place, made in the background, since that takes some tenths of a
 * second.
 */
@Component
final class PersonaModels implements WorkerLifecycle {

  private static final int REMEMBERED = 200;
  private static final Duration UNTIL_THE_NEXT_LOOK = Duration.ofSeconds(1);

  private final Supplier<Optional<Embedder>> embedder;
  private SignalFinder signals = SignalFinder.BY_WORDS;
  private final Map<List<Persona>, PersonaModel> models =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Persona>, PersonaModel> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Worker worker = new Worker("lead-persona-models", this::step);

  PersonaModels(ObjectProvider<LateEmbedder> embedder) {
    var late = embedder.getIfAvailable();
    this.embedder = late == null ? Optional::empty : late::ready;
  }

  /** The best model of these personas there is at the moment; never waits. */
  synchronized PersonaModel of(List<Persona> personas) {
    return models.computeIfAbsent(
        personas,
        _ -> {
          worker.wake();
          return PersonaModel.ofWords(personas);
        });
  }

  private Duration step() {
    embedder.get().ifPresent(this::learn);
    return UNTIL_THE_NEXT_LOOK;
  }

  private void learn(Embedder model) {
    if (signals == SignalFinder.BY_WORDS) {
      signals = new SignalFinder(TalkModel.learn(model)::kinds);
    }
    for (var personas : withoutMeaning()) {
      put(PersonaModel.of(personas, text -> embedder.get().map(it -> it.embed(text)), signals));
    }
  }

  private synchronized List<List<Persona>> withoutMeaning() {
    return models.values().stream()
        .filter(model -> !model.knowsMeaning())
        .map(PersonaModel::personas)
        .toList();
  }

  private synchronized void put(PersonaModel model) {
    models.put(model.personas(), model);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
