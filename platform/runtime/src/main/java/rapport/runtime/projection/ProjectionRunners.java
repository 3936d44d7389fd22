package rapport.runtime.projection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import rapport.runtime.kafka.EpochConsumer;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.privacy.ErasedStreams;
import rapport.runtime.trace.Traces;
import rapport.runtime.worker.Worker;

/** The projections of a service; started and stopped with it. */
public final class ProjectionRunners implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunners.class);
  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(15);

  private final KafkaClients clients;
  private final Quarantine quarantine;
  private final ErasedStreams erased;
  private final DeadLetters deadLetters;
  private final MeterRegistry meters;
  private final Traces traces;
  private final Clock clock;
  private final int concurrency;
  private final List<ProjectionRunner<?, ?>> runners = new CopyOnWriteArrayList<>();
  private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers =
      new CopyOnWriteArrayList<>();
  private final Worker counting = new Worker("rapport-quarantine", this::count);
  private boolean running;

  ProjectionRunners(
      KafkaClients clients,
      Quarantine quarantine,
      ErasedStreams erased,
      DeadLetters deadLetters,
      MeterRegistry meters,
      Traces traces,
      Clock clock,
      int concurrency) {
    this.clients = clients;
    this.quarantine = quarantine;
    this.erased = erased;
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.traces = traces;
    this.clock = clock;
    this.concurrency = concurrency;
  }

  /**
   * Adds a projection. Call it from a {@code @Bean} method.
   *
   * @param owner asked for the events the topic lacks
   */
  public synchronized <V, E> ProjectionRunner<V, E> register(
      Projection<V, E> projection, Views<V, E> views, EventSource owner) {
    var figures = new RunnerMeters(meters, projection.name(), clock);
    var folder = new StreamFolder<>(projection, views, owner, figures);
    var runner =
        new ProjectionRunner<>(
            projection,
            new BatchFolder<>(projection, views, figures),
            folder,
            views instanceof RebuildableViews<V, E> rebuildable && owner.fillsGaps()
                ? new Rebuild<>(projection, rebuildable, folder)
                : null,
            owner,
            quarantine,
            erased,
            deadLetters,
            figures,
            clock);
    var container = container(runner);
    runners.add(runner);
    containers.add(container);
    if (running) {
      container.start();
    }
    return runner;
  }

  /** The runner of that name. */
  Optional<ProjectionRunner<?, ?>> named(String name) {
    return runners.stream().filter(runner -> runner.name().equals(name)).findFirst();
  }

  /** All of them, in the order they were registered. */
  List<ProjectionRunner<?, ?>> all() {
    return List.copyOf(runners);
  }

  private ConcurrentMessageListenerContainer<byte[], byte[]> container(
      ProjectionRunner<?, ?> runner) {
    var properties = new ContainerProperties(runner.topic());
    properties.setGroupId(runner.name());
    properties.setAckMode(AckMode.MANUAL);
    properties.setSyncCommits(true);
    properties.setPollTimeout(1_000);
    properties.setShutdownTimeout(5_000);
    properties.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
    var traced = new TracedBatch(traces, runner.name());
    properties.setMessageListener(
        (BatchAcknowledgingMessageListener<byte[], byte[]>)
            (records, acknowledgment) -> {
              runner.take(records);
              Objects.requireNonNull(acknowledgment).acknowledge();
              traced.done(records, clock.instant());
            });
    var settings =
        runner.isPrompt()
            ? clients.promptGroupSettings(runner.name())
            : clients.groupSettings(runner.name());
    var container =
        new ConcurrentMessageListenerContainer<byte[], byte[]>(new Consumers(settings), properties);
    container.setBeanName(runner.name());
    container.setConcurrency(concurrency);
    container.setCommonErrorHandler(patient(runner.name()));
    return container;
  }

  private static final class Consumers extends DefaultKafkaConsumerFactory<byte[], byte[]> {

    Consumers(Map<String, Object> settings) {
      super(settings);
    }

    @Override
    protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> settings) {
      return new EpochConsumer(settings);
    }
  }

  /** Delivers again from the record that failed, with growing pauses, and never gives up. */
  private static DefaultErrorHandler patient(String name) {
    var pauses = new ExponentialBackOff(250, 2);
    pauses.setMaxInterval(10_000);
    var handler = new DefaultErrorHandler(ProjectionRunners::neverRecovered, pauses);
    handler.setClassifications(Map.of(), true);
    handler.setRetryListeners((record, failure, attempt) -> {
      if (attempt < 5 || attempt % 10 == 0) {
        LOG.warn(
            "{} waits at {}-{} offset {}: {}",
            name,
            record.topic(),
            record.partition(),
            record.offset(),
            String.valueOf(failure));
      }
    });
    return handler;
  }

  private static void neverRecovered(ConsumerRecord<?, ?> record, Exception failure) {
    throw new IllegalStateException("a record must not be given up", failure);
  }

  private Duration count() {
    runners.forEach(ProjectionRunner::countQuarantined);
    return BETWEEN_COUNTS;
  }

  @Override
  public synchronized void start() {
    running = true;
    containers.forEach(ConcurrentMessageListenerContainer::start);
    counting.start();
  }

  @Override
  public synchronized void stop() {
    counting.stop(Duration.ZERO);
    containers.forEach(ConcurrentMessageListenerContainer::stop);
    deadLetters.close();
    running = false;
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  /** Before the web server and the relay: what a batch still changes is told before the end. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 512;
  }
}
