package rapport.conversation.reply;

import rapport.conversation.flow.FlowDefinition;
import reactor.core.publisher.Mono;

/** Finds the words for a plan. Says nothing that is not in the plan. */
public interface ReplyWriter {

  /**
   * @param id the id the reply will have
   * @param locale BCP 47 tag of the conversation
   */
  Mono<Reply> write(String id, FlowDefinition definition, String locale, ReplyPlan plan);
}
