package rapport.runtime.projection;

import io.micrometer.tracing.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import rapport.runtime.kafka.Wire;
import rapport.runtime.trace.Traces;

/**
 * A batch as tracing sees it: each record that belongs to a trace is a piece of work of its own,
 * from when it was published until it was stored. Named as OpenTelemetry names messaging.
 */
final class TracedBatch {

  private final Traces traces;
  private final String consumer;

  TracedBatch(Traces traces, String consumer) {
    this.traces = traces;
    this.consumer = consumer;
  }

  void done(List<ConsumerRecord<byte[], byte[]>> records, Instant end) {
    if (!traces.isOn()) {
      return;
    }
    for (var record : records) {
      Wire.header(record, "traceparent")
          .ifPresent(traceparent ->
              traces.tell(
                  Span.Kind.CONSUMER,
                  "process " + record.topic(),
                  traceparent,
                  Instant.ofEpochMilli(record.timestamp()),
                  end,
                  Map.of(
                      "messaging.system",
                      "kafka",
                      "messaging.destination.name",
                      record.topic(),
                      "messaging.consumer.group.name",
                      consumer)));
    }
  }
}
