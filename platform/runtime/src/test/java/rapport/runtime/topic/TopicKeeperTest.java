package rapport.runtime.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicKeeperTest {

  @Test
  void events_are_kept_for_a_month_states_for_ever_and_each_has_its_dead_letters() {
    var owned = OwnedTopics.ofEvents("rapport.lead.events").andStates("rapport.lead.state");
    var wanted = TopicKeeper.wanted(owned, 12, (short) 3);
    assertThat(wanted)
        .extracting(NewTopic::name)
        .containsExactly(
            "rapport.lead.events",
            "rapport.lead.events.dlt",
            "rapport.lead.state",
            "rapport.lead.state.dlt");
    assertThat(wanted).allMatch(topic -> topic.replicationFactor() == 3);
    assertThat(wanted).extracting(NewTopic::numPartitions).containsExactly(12, 1, 12, 1);
    assertThat(wanted.get(0).configs())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "2592000000");
    assertThat(wanted.get(2).configs()).containsEntry("cleanup.policy", "compact");
  }
}
