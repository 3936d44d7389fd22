import type { Key as HealthKey } from '../health/texts'
import { useT as useHealthT } from '../health/texts'
import { ALERT_TYPES } from '@/api/alertKinds'
import { type Key, useT } from './texts'

const OURS = ['alert-cleared', 'lead-opened', 'lead-won', 'lead-lost']

/** What an occasion is called; one that is newer than this page goes by its own name. */
export function useOccasions(): (occasion: string) => string {
  const t = useT()
  const healthT = useHealthT()
  return (occasion) => {
    if (ALERT_TYPES.some((type) => type === occasion)) return healthT(`alert.${occasion}` as HealthKey)
    return OURS.includes(occasion) ? t(`occasion.${occasion}` as Key) : occasion
  }
}
