import type { Standing } from '@/api/accounts'
import { Badge } from '@/ui/Badge'
import { type Key, useT } from './texts'

/** Where an account stands: its stage and step, and the risk to lose it. */
export function StandingBadge({ standing: { stage, step, churnRisk } }: { standing: Standing }) {
  const t = useT()
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Badge tone={stage === 'customer' ? 'accent' : stage === 'opportunity' ? 'amber' : 'neutral'}>
        {t(`stage.${stage}`)} · {t(`step.${step}` as Key)}
      </Badge>
      {churnRisk !== undefined && <Badge tone="danger">{t(`risk.${churnRisk}` as Key)}</Badge>}
    </span>
  )
}
