export const SNOOZES = ['tomorrow', 'monday', 'fortnight', 'month'] as const
export type SnoozeFor = (typeof SNOOZES)[number]

const MORNING = 9

/** Nine in the morning, where one is, of the day that is meant. */
export function until(when: SnoozeFor, now: Date): Date {
  const date = new Date(now)
  date.setHours(MORNING, 0, 0, 0)
  const days = when === 'tomorrow' ? 1 : when === 'monday' ? ((8 - now.getDay()) % 7 || 7) : when === 'fortnight' ? 14 : 30
  date.setDate(date.getDate() + days)
  return date
}
