export const ALERT_TYPES = ['health-drop', 'engagement-change', 'competitive-threat', 'expansion-signal', 'renewal-risk'] as const
export type AlertType = (typeof ALERT_TYPES)[number]

export const ALERT_STATUS = ['open', 'acknowledged', 'snoozed', 'cleared'] as const
export type AlertStatus = (typeof ALERT_STATUS)[number]
