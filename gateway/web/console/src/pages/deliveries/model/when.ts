import type { Key, useT } from '../texts'

/** What most people choose; a rule may have come with another one. */
export const EVERY = ['0m', '15m', '60m', '240m', '1440m'] as const

/** When something is told, in words. */
export function whenText(t: ReturnType<typeof useT>, every: string): string {
  return EVERY.some((one) => one === every) ? t(`every.${every}` as Key) : t('every.other', { minutes: Number.parseInt(every, 10) })
}
