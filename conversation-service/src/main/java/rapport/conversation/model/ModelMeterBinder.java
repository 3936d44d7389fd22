package rapport.conversation.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rapport.conversation.model.Question.Purpose;

/** Has what alerts look at read 0 from the start, also where there is no model. */
@Component
final class ModelMeterBinder implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    Stream.of(Purpose.values())
        .forEach(purpose -> {
          ModelMeters.calls(registry, purpose, ModelMeters.ANSWERED);
          ModelMeters.fallbacks(registry, purpose);
        });
  }
}
