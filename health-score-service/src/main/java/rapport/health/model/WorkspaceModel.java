package rapport.health.model;

import java.time.ZoneId;
import java.time.ZoneOffset;
import rapport.health.score.ChurnModel;
import rapport.health.score.ScoringModel;

/**
 * How a workspace scores.
 *
 * @param zone says which day it is there
 */
public record WorkspaceModel(ZoneId zone, ScoringModel scoring, ChurnModel churn) {

  /** What every workspace begins with. */
  public static final WorkspaceModel STANDARD =
      new WorkspaceModel(ZoneOffset.UTC, ScoringModel.STANDARD, ChurnModel.PRIOR);
}
