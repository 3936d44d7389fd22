package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.conversation.understanding.Stages;

/** Whole interviews about a buying process, as somebody types them. */
class BuyingProcessInterviewTest {

  private static final int MOST_TURNS = 22;

  private final Interview interview = Interview.started("buying-process");

  @Test
  void takes_four_long_messages() {
    interview.says(
        "Enterprise IT manager. Pain points: too many tools, slow support. Use the standard"
            + " stages.");
    interview.says(
        "Awareness: they research the problem, 1-2 weeks, influenced by peers. Consideration: they"
            + " compare vendors and book demos, takes a month, the IT lead and security weigh in."
            + " Decision: they negotiate, 2 weeks, the CFO signs off.");
    interview.says(
        "Awareness: we run a webinar, content: blog posts and a checklist, message: you are not"
            + " alone. Consideration: we give tailored demos, send a case study and an ROI"
            + " calculator, tell them rollout takes two weeks. Decision: our team negotiates,"
            + " content: pricing sheet, key message: no risk.");
    interview.says("Yes please, write the summary, and then we're done");

    assertThat(interview.answers())
        .isEqualTo(
            answers(
                "persona_name", "Enterprise IT manager",
                "persona_pain_points", "too many tools, slow support",
                "s1.stage_name", "Awareness",
                "s2.stage_name", "Consideration",
                "s3.stage_name", "Decision",
                "s1.buyer_actions", "research the problem",
                "s1.duration", "1-2 weeks",
                "s1.key_influencers", "peers",
                "s2.buyer_actions", "compare vendors and book demos",
                "s2.duration", "1 month",
                "s2.key_influencers", "IT lead and security",
                "s3.buyer_actions", "negotiate",
                "s3.duration", "2 weeks",
                "s3.key_influencers", "CFO",
                "s1.seller_actions", "run a webinar",
                "s1.content_type", "blog posts and a checklist",
                "s1.key_message", "you are not alone",
                "s2.seller_actions", "give tailored demos",
                "s2.content_type", "case study and an ROI calculator",
                "s2.key_message", "rollout takes two weeks",
                "s3.seller_actions", "negotiates",
                "s3.content_type", "pricing sheet",
                "s3.key_message", "no risk"));
    assertThat(interview.completed()).isTrue();
  }

  @Test
  void takes_short_answers_one_by_one() {
    var short_answers =
        new String[] {
          "Small business owner",
          "cash flow, paperwork and no IT support",
          "the usual three",
          "they google the symptoms",
          "two weeks",
          "peers and bloggers",
          "compare three vendors, 1 month, their accountant",
          "sign the contract",
          "a few days",
          "the owner",
          "publish blog posts",
          "checklist",
          "\"You are not the only one\"",
          "give a demo; case study; it pays for itself",
          "call them",
          "pricing sheet",
          "no risk, cancel any time",
          "no",
          "done"
        };
    for (var answer : short_answers) {
      interview.says(answer);
    }

    assertThat(short_answers.length).isLessThanOrEqualTo(MOST_TURNS);
    assertThat(interview.completed()).as("still asked: %s", interview.asked()).isTrue();
    assertThat(interview.answers())
        .containsEntry("persona_pain_points", "cash flow, paperwork and no IT support")
        .containsEntry(Stages.path("s1.buyer_actions"), "google the symptoms")
        .containsEntry(Stages.path("s1.duration"), "2 weeks")
        .containsEntry(Stages.path("s1.key_influencers"), "peers and bloggers")
        .containsEntry(Stages.path("s2.buyer_actions"), "compare three vendors")
        .containsEntry(Stages.path("s2.duration"), "1 month")
        .containsEntry(Stages.path("s2.key_influencers"), "their accountant")
        .containsEntry(Stages.path("s3.duration"), "a few days")
        .containsEntry(Stages.path("s1.key_message"), "You are not the only one")
        .containsEntry(Stages.path("s2.content_type"), "case study")
        .containsEntry(Stages.path("s3.key_message"), "no risk, cancel any time");
  }

  @Test
  void maps_stages_of_peoples_own_and_changes_them_on_the_way() {
    interview.says("Marketing director. They struggle with attribution.");
    interview.says("Our stages are Trigger, Trial and Contract");
    interview.says("add a Renewal stage after Contract, and rename Trigger to Discovery");
    interview.says("move Renewal before Contract");

    assertThat(interview.titles()).containsExactly("Discovery", "Trial", "Renewal", "Contract");

    interview.says("drop the third one");
    interview.says("Discovery takes a week, Trial a month, Contract 10 days");

    assertThat(interview.titles()).containsExactly("Discovery", "Trial", "Contract");
    assertThat(interview.answers())
        .containsEntry(Stages.path("s1.duration"), "1 week")
        .containsEntry(Stages.path("s2.duration"), "1 month")
        .containsEntry(Stages.path("s3.duration"), "10 days");
  }

  private static Map<String, String> answers(String... pathsAndValues) {
    var answers = new LinkedHashMap<String, String>();
    for (var i = 0; i < pathsAndValues.length; i += 2) {
      answers.put(Stages.path(pathsAndValues[i]), pathsAndValues[i + 1]);
    }
    return answers;
  }
}
