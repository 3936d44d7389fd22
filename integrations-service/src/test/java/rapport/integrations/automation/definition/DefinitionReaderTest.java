package rapport.integrations.automation.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.integrations.automation.Action;
import rapport.integrations.automation.Trigger;
import rapport.integrations.automation.Workflow;
import rapport.integrations.automation.Workflow.Reentry;
import rapport.integrations.automation.definition.Definition.Invalid;
import rapport.integrations.automation.definition.Definition.Valid;
import rapport.integrations.automation.definition.Definition.Written;

class DefinitionReaderTest {

  /** As it stands in the document that Rapport was made from. */
  private static final String SOURCE =
      """
      # Example customer workflow configuration
      customer_workflows:
        new_prospect:
          trigger: "contact_created"
          actions:
            - "research_company"
            - "score_icp_fit"
            - "assign_owner"
            - "schedule_outreach"

        health_degradation:
          trigger: "health_score < 60"
          actions:
            - "notify_account_manager"
            - "create_intervention_plan"
            - "schedule_check_in_call"
            - "escalate_to_manager"

        expansion_opportunity:
          trigger: "usage_growth > 50%"
          actions:
            - "identify_expansion_use_cases"
            - "research_decision_makers"
            - "create_expansion_opportunity"
            - "notify_account_team"
      """;

  @Test
  void reads_the_automations_rapport_was_made_from() {
    var read = workflows(SOURCE);
    assertThat(read)
        .extracting(Workflow::name)
        .containsExactly("new_prospect", "health_degradation", "expansion_opportunity");
    assertThat(read).extracting(Workflow::subject).containsExactly("contact", "account", "account");
    assertThat(read.get(0).trigger()).isEqualTo(new Trigger.OnEvent("contact_created"));
    assertThat(read.get(1).trigger().text()).isEqualTo("health_score < 60");
    assertThat(read).allSatisfy(workflow -> assertThat(workflow.actions()).hasSize(4));
  }

  @Test
  void each_automation_can_stand_alone() {
    var all = written(SOURCE);
    assertThat(all).hasSize(3);
    assertThat(all)
        .allSatisfy(one -> {
          assertThat(workflows(one.yaml()))
              .extracting(Workflow::name)
              .containsExactly(one.workflow().name());
          assertThat(one.yaml()).startsWith("customer_workflows:\n  " + one.workflow().name());
        });
  }

  @Test
  void reads_the_long_form() {
    var workflow =
        workflows(
                """
                customer_workflows:
                  watch:
                    title: Watch closely
                    trigger: health_score < 60 && lifecycle_stage == "customer"
                    for: 2d
                    cooldown: 1w
                    reentry: never
                    actions:
                      - do: task
                        with:
                          title: Look at {{account_name}}
                          checklist: [usage, tickets]
                          due: 3d
                        retry: 2
                        timeout: 10s
                      - do: crm_upsert
                        with:
                          fields: {Health__c: "{{health_score}}"}
                """)
            .getFirst();
    assertThat(workflow.title()).isEqualTo("Watch closely");
    assertThat(workflow.cooldown()).isEqualTo(Duration.ofDays(7));
    assertThat(workflow.reentry()).isEqualTo(Reentry.NEVER);
    assertThat(workflow.trigger()).isInstanceOf(Trigger.OnEdge.class);
    assertThat(((Trigger.OnEdge) workflow.trigger()).holds()).isEqualTo(Duration.ofDays(2));
    assertThat(workflow.actions())
        .containsExactly(
            new Action(
                "task",
                Map.of(
                    "title",
                    "Look at {{account_name}}",
                    "checklist",
                    List.of("usage", "tickets"),
                    "due",
                    "3d"),
                2,
                Duration.ofSeconds(10)),
            new Action(
                "crm_upsert",
                Map.of("fields", Map.of("Health__c", "{{health_score}}")),
                Action.USUAL_RETRY,
                Action.USUAL_TIMEOUT));
  }

  @Test
  void says_where_everything_is_that_is_wrong() {
    var faults =
        faults(
            """
            customer_workflows:
              one:
                trigger: "health_scor < 60"
                actions:
                  - research_companies
                  - do: task
                    with: {titel: x}
              two:
                trigger: health_score
                when: now
                actions: []
              three:
                trigger: contact_created
                for: 2d
                cooldown: soon
                reentry: maybe
                actions:
                  - do: task
                    with: {title: "{{moon}}", due: soon}
                    retry: 99
                    timeout: 1h
            """);
    assertThat(faults)
        .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
        .containsExactly(
            "3:15 unknown-name",
            "5:9 unknown-action",
            "6:13 missing-value",
            "7:16 unknown-value",
            "9:14 not-a-condition",
            "10:5 unknown-key",
            "11:5 no-actions",
            "13:5 no-duration",
            "15:5 malformed-duration",
            "16:5 malformed-reentry",
            "19:23 unknown-name",
            "19:40 malformed-duration",
            "20:9 malformed-retry",
            "21:9 malformed-timeout");
  }

  @Test
  void refuses_what_is_no_definition() {
    assertThat(faults("")).extracting(Fault::code).containsExactly("empty");
    assertThat(faults("a: [")).extracting(Fault::code).containsExactly("malformed-yaml");
    assertThat(faults("workflows: {}"))
        .extracting(Fault::code)
        .containsExactlyInAnyOrder("unknown-key", "no-automations");
    assertThat(faults("customer_workflows: {a: {trigger: lead_won, actions: [task]}, a: 1}"))
        .extracting(Fault::code)
        .contains("duplicate-key");
    assertThat(faults("customer_workflows:\n  Über: 3\n"))
        .extracting(Fault::code)
        .containsExactlyInAnyOrder("malformed-name", "malformed-automation");
  }

  private static List<Workflow> workflows(String yaml) {
    return written(yaml).stream().map(Written::workflow).toList();
  }

  private static List<Written> written(String yaml) {
    var read = DefinitionReader.read(yaml);
    assertThat(read).isInstanceOf(Valid.class);
    return ((Valid) read).automations();
  }

  private static List<Fault> faults(String yaml) {
    var read = DefinitionReader.read(yaml);
    assertThat(read).isInstanceOf(Invalid.class);
    return ((Invalid) read).faults();
  }
}
