/** How far a lead is; the last three are its end. */
export const LEAD_STATUS = ['new', 'working', 'qualified', 'won', 'lost', 'withdrawn'] as const
export type LeadStatus = (typeof LEAD_STATUS)[number]
