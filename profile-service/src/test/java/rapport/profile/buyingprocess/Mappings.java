package rapport.profile.buyingprocess;

import static rapport.profile.record.RecordStory.MAPPING;
import static rapport.profile.record.RecordStory.said;
import static rapport.profile.record.RecordStory.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordStory;

/** Mappings of buying processes to read. */
public final class Mappings {

  private Mappings() {}

  /** A finished one with the three standard stages. */
  public static ConversationRecord owner() {
    var events = new ArrayList<ConversationEvent>();
    events.add(said("persona_name", "Small Business Owner"));
    events.add(
        said(
            "persona_pain_points",
            "Budget constraints; lacks IT support and *never* has time to compare tools"));
    events.add(said("profile_id", "p-7"));
    events.addAll(
        filled(
            "s1",
            0,
            "Awareness",
            "Notices that invoices go out late, asks other owners how they do it",
            "1-2 weeks",
            "Peers, the accountant",
            "Be found: publish plain answers to what owners search for",
            "Blog post, short video",
            "Late invoices are a process problem, not your fault"));
    events.addAll(
        filled(
            "s2",
            1,
            "Consideration",
            "Compares three tools on price and effort to switch | keeps a list",
            "1 month",
            "Accountant, spouse\nand a nephew who \"knows computers\"",
            "Conduct discovery calls and provide a demo with the owner's own data",
            "Comparison sheet, webinar",
            "Switching takes an afternoon"));
    events.addAll(
        filled(
            "s3",
            2,
            "Decision",
            "Tries it for a week, asks for a discount",
            "3-5 days",
            "Accountant",
            "Send a case study, offer to migrate the data",
            "Pricing sheet, case study",
            "You can leave whenever you like"));
    events.add(
        said(
            "ai_generated_summary",
            "Small Business Owner moves from late invoices to a trial within six weeks.\n"
                + "Awareness: peers matter most. Consideration: effort to switch decides."));
    events.add(new SessionCompleted());
    return with(events.toArray(ConversationEvent[]::new));
  }

  /** Just begun. */
  public static ConversationRecord bare() {
    return with();
  }

  /** A persona and this many stages, each text this many words long. */
  public static ConversationRecord stages(int count, int words) {
    var events = new ArrayList<ConversationEvent>();
    events.add(said("persona_name", "Enterprise IT Manager"));
    events.add(said("persona_pain_points", sentence("pain", words)));
    for (int i = 1; i <= count; i++) {
      var cells = new ArrayList<>(List.of("Stage number " + i));
      for (var cell : List.of("buyer", "duration", "influencer", "seller", "content", "message")) {
        cells.add(cell.equals("duration") ? "3-6 months" : sentence(cell, words));
      }
      events.addAll(filled("s" + i, i - 1, cells.toArray(String[]::new)));
    }
    return with(events.toArray(ConversationEvent[]::new));
  }

  private static String sentence(String word, int words) {
    var sentence = new StringBuilder();
    for (int i = 1; i <= words; i++) {
      sentence.append(i == 1 ? "" : " ").append(word).append(i % 7 == 0 ? "-related," : "s");
    }
    return sentence.toString();
  }

  /** Texts that mean harm, texts no font has, and stages nobody has named. */
  public static ConversationRecord odd() {
    return with(
        said("persona_name", "<script>alert(1)</script> & \"Co\" \u202Elive\u0000\u0007 \uD800"),
        said("persona_pain_points", "]]><foreignObject/> 山田 太郎 🙂 שלום עולם é e\u0301"),
        stage("s1", 0),
        stage("s2", 1),
        said("buying_stages[s1].stage_name", "=HYPERLINK(\"http://example.org\")"),
        said("buying_stages[s1].buyer_actions", "@SUM(A1)\n\n+1\n# no title | no cell"),
        said("buying_stages[s1].key_message", "x".repeat(400)),
        said("buying_stages[s2].duration", "'\" onload=\"alert(1)"),
        said("buying_stages[s2].content_type", "山田太郎".repeat(60)),
        said("buying_stages[s2].seller_actions", "   "));
  }

  /** A mapping that began and went on so. */
  public static ConversationRecord with(ConversationEvent... events) {
    var all = new ArrayList<ConversationEvent>(List.of(MAPPING));
    all.addAll(Arrays.asList(events));
    return RecordStory.record(all.toArray(ConversationEvent[]::new));
  }

  /** What adds a stage and fills it, in the order of the source's structure. */
  public static List<ConversationEvent> filled(String id, int index, String... cells) {
    var events = new ArrayList<ConversationEvent>(List.of(stage(id, index)));
    var fields = StageField.values();
    for (int i = 0; i < cells.length; i++) {
      events.add(said(fields[i].path(id), cells[i]));
    }
    return events;
  }
}
