export { type Key, useT } from './texts'

/** How something took place. */
export const CHANNELS = ['meeting', 'call', 'email', 'chat', 'message', 'event'] as const
/** What somebody is to a decision. */
export const ROLES = ['decision-maker', 'influencer', 'champion', 'user', 'blocker'] as const
/** How far up somebody is. */
export const LEVELS = ['executive', 'director', 'manager', 'staff'] as const
export const DEAL_STAGES = ['discovery', 'technical-validation', 'business-case', 'negotiation', 'closing', 'won', 'lost'] as const
export const DEAL_KINDS = ['new', 'expansion', 'renewal'] as const
export const CONTRACT_STATUS = ['active', 'renewed', 'ended', 'cancelled'] as const
