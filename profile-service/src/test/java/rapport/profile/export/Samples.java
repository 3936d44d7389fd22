package rapport.profile.export;

import static rapport.profile.record.RecordStory.STARTED;
import static rapport.profile.record.RecordStory.said;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.profile.catalogue.Labels;
import rapport.profile.catalogue.ProfileCatalogue;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;
import rapport.profile.record.RecordStory;

/** Profiles to export. */
final class Samples {

  private static final Labels LABELS = new Labels(RecordKind.PROFILE);

  private Samples() {}

  /** A finished business profile with something in every section. */
  static ConversationRecord business() {
    return RecordStory.record(
        STARTED,
        said("type", "Economic Buyer"),
        said("prototype_name", "Zoë Łukasiewicz, Chief Financial Officer"),
        said("job_title", "Chief Financial Officer"),
        said("b2b_b2c", "B2B"),
        said("company_name", "Nordlicht Maschinenbau GmbH"),
        said("demographics.age", "45-54"),
        said("demographics.income", "140000-180000 EUR"),
        said("demographics.work_experience", "Twenty years in finance, half of them in industry."),
        said("demographics.education", "MBA, University of Mannheim"),
        said("demographics.num_employees", "200-500"),
        said("demographics.industry", "Mechanical engineering"),
        said("demographics.markets_served", "Germany, Polska, Ελλάδα, България"),
        said(
            "psychographics.decision_making",
            "Compares three offers on total cost over five years, asks the head of production for a"
                + " veto, and decides alone below EUR 250,000.\nAbove that the board decides."),
        said(
            "psychographics.likes_dislikes",
            List.of("likes clear numbers", "likes references", "dislikes cold calls")),
        said("psychographics.risk_aversion", "High; wants an exit clause"),
        said("behavioral.media_consumption", "Trade press and *one* newsletter (weekly)"),
        said(
            "behavioral.habits_skills",
            "=HYPERLINK(\"http://example.org\",\"reads\") spreadsheets"),
        said("behavioral.research_methods", "Asks peers first, then reads two analyst reports"),
        said("environment.technology_landscape", "SAP S/4HANA, Power BI, a grown set of macros"),
        said("environment.buying_power", "Signs up to 250000 EUR"),
        said("environment.purchasing_process", "1. Need\n2. Three offers\n3. Legal\n4. Signature"),
        said(
            "summary_statement",
            "Zoë protects margins. She buys when the numbers are plain, the risk has an end date,"
                + " and somebody she trusts has done it before. Lead with total cost of ownership and"
                + " a reference from mechanical engineering; leave the roadmap for later."),
        new SessionCompleted());
  }

  /** Nothing but a name. */
  static ConversationRecord bare() {
    return RecordStory.record(STARTED, said("prototype_name", "Kim"));
  }

  /** Every field there is, each with more words than fit on a line. */
  static ConversationRecord long_winded() {
    var events = new ArrayList<ConversationEvent>(List.of(STARTED, said("b2b_b2c", "B2C")));
    for (var field : ProfileCatalogue.fields().all()) {
      if (!field.path().equals("b2b_b2c")) {
        events.add(
            said(field.path(), (field.name().replace('_', ' ') + " in many words, ").repeat(12)));
      }
    }
    return RecordStory.record(events.toArray(ConversationEvent[]::new));
  }

  /** Words a font may lack, and words longer than a line. */
  static ConversationRecord odd() {
    return RecordStory.record(
        STARTED,
        said("prototype_name", "山田 太郎 🙂 שלום עולם"),
        said("job_title", "\u202Eevil\u0000\u0007 tab\there \uD800 e\u0301 👩‍👩‍👧"),
        said("company_name", "x".repeat(400)),
        said("demographics.income", " "),
        said("demographics.education", "\n\n"),
        said("summary_statement", "Абвгд ΑΒΓΔ ąćęłńóśźż ﬁ → € مرحبا"));
  }

  static Sheet sheet(ConversationRecord profile) {
    return ProfileSheet.of(profile, ProfileCatalogue.fields(), LABELS);
  }

  static ConversationRecord with(ConversationEvent... events) {
    var all = new ArrayList<ConversationEvent>(List.of(STARTED));
    all.addAll(Arrays.asList(events));
    return RecordStory.record(all.toArray(ConversationEvent[]::new));
  }
}
