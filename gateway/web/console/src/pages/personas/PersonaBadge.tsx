import type { PersonaStatus } from '@/api/personas'
import { Badge } from '@/ui/Badge'
import { useT } from './texts'

const TONES = { proposed: 'amber', approved: 'accent', rejected: 'neutral', merged: 'neutral' } as const

export function PersonaBadge({ status }: { status: PersonaStatus }) {
  const t = useT()
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
}
