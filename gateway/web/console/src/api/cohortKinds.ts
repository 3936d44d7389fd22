/** What accounts are grouped by. */
export const COHORTS = ['quarter', 'segment', 'owner'] as const
export type CohortBy = (typeof COHORTS)[number]
