package rapport.lead.lead;

import rapport.lead.icp.Icp;
import rapport.lead.scoring.Scorecard;

/** What a workspace judges its leads by. */
public record Yardsticks(Icp icp, long icpRev, Scorecard card) {}
