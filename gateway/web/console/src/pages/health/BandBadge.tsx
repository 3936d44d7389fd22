import type { Band } from '@/api/lifecycle'
import { Badge } from '@/ui/Badge'
import { useT } from './texts'

const TONES = { excellent: 'accent', good: 'accent', 'at-risk': 'amber', critical: 'danger' } as const

/** How well an account does, in a word. */
export function BandBadge({ band }: { band: Band | undefined }) {
  const t = useT()
  return <Badge tone={band === undefined ? 'neutral' : TONES[band]}>{t(band === undefined ? 'noScore' : `band.${band}`)}</Badge>
}
