import type { AccountDetail } from '@/api/accounts'
import type { Health } from '@/api/health'
import { Advice } from '../health/Advice'
import { ChangeCard, type Span } from '../health/ChangeCard'
import { TrendCard } from '../health/TrendCard'
import { useT } from '../health/texts'
import { Part } from './HealthTab'

/** What stands below the score: how it went, why it moved, what to do. */
export function HealthMore({ health, shown, span, onSpan }: { health: Health; shown: AccountDetail; span: Span; onSpan: (span: Span) => void }) {
  const t = useT()
  return (
    <>
      <div className="min-w-0 lg:col-span-2">
        <TrendCard health={health} deals={shown.deals} account={shown.account.id} />
      </div>
      <div className="grid items-start gap-5 lg:col-span-2 lg:grid-cols-2">
        <ChangeCard health={health} span={span} onSpan={onSpan} />
        <Part title={t('toDo')}>
          <Advice items={health.recommendations} />
        </Part>
      </div>
    </>
  )
}
