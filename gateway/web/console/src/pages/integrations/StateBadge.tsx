import type { Connection } from '@/api/integrations'
import { Badge } from '@/ui/Badge'
import { useT } from './texts'

const TONES = { active: 'accent', paused: 'neutral', failing: 'danger' } as const

export function StateBadge({ connection: { state, sync } }: { connection: Connection }) {
  const t = useT()
  const shaky = state === 'active' && sync?.error
  return <Badge tone={shaky ? 'amber' : (TONES[state] ?? 'neutral')}>{t(shaky ? 'state.shaky' : `state.${state}`)}</Badge>
}
