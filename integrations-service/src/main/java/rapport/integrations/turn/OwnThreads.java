package rapport.integrations.turn;

import java.util.concurrent.Executors;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** For work that blocks while another system is silent: Reactor's threads are few, and shared. */
public final class OwnThreads {

  /** A virtual thread for each piece of work. */
  public static final Scheduler SCHEDULER =
      Schedulers.fromExecutorService(
          Executors.newThreadPerTaskExecutor(
              Thread.ofVirtual().name("integrations-blocking-", 0).factory()));

  private OwnThreads() {}
}
