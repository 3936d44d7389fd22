package rapport.runtime.privacy;

import java.util.List;
import rapport.runtime.privacy.PrivacyReport.Count;
import reactor.core.publisher.Mono;

/**
 * What a service has put into other systems. These may be away for long, so an erasure waits only
 * until it is noted what is to be deleted there; what became of it is reported when it is known,
 * also when the erasure is done.
 */
@FunctionalInterface
public interface Elsewhere {

  /** For services that put nothing anywhere. */
  Elsewhere NOTHING =
      (_, tasks, _) -> Mono.just(tasks.stream().map(_ -> List.<Count>of()).toList());

  /**
   * Notes what is to be deleted over there, before what tells of it goes here. It can be done
   * again, and finds less then.
   *
   * @param tasks that ask for it
   * @param people whom they are about, in their order
   * @return what has been noted for each, by place, in their order
   */
  Mono<List<List<Count>>> note(String workspace, List<PrivacyTask> tasks, List<Subject> people);
}
