/** The stages of an account and their steps, in order. */
export const STAGES = {
  prospect: ['research', 'qualification', 'initial-outreach', 'interest-development', 'meeting-scheduling'],
  opportunity: ['discovery', 'technical-validation', 'business-case', 'negotiation', 'closing'],
  customer: ['onboarding', 'adoption', 'success', 'expansion', 'advocacy'],
} as const

export type Stage = keyof typeof STAGES
export const STAGE_NAMES = Object.keys(STAGES) as Stage[]

/** How far the risk to lose a customer has been dealt with, in order. */
export const CHURN_RISK = ['early-warning', 'root-cause', 'recovery-plan', 'executive-escalation', 'win-back'] as const

/** How well an account does, the best first. */
export const BANDS = ['excellent', 'good', 'at-risk', 'critical'] as const
export type Band = (typeof BANDS)[number]
