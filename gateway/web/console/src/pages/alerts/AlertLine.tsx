import { Link } from '@tanstack/react-router'
import type { Alert } from '@/api/alerts'
import type { AlertType } from '@/api/alertKinds'
import { useColleagues } from '@/app/colleagues'
import { useFormats } from '@/i18n/formats'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { cn } from '@/ui/cn'
import { useT as useHealthT } from '../health/texts'
import { Ago } from '../records/Ago'
import { DeedButtons, type DeedOf } from './DeedButtons'
import { causesOf } from './model/why'
import { type Key, useT } from './texts'

const MARKS: Record<AlertType, { sign: string; tone: string }> = {
  'health-drop': { sign: '▼', tone: 'bg-danger-soft text-danger' },
  'engagement-change': { sign: '▼', tone: 'bg-amber-soft text-amber' },
  'competitive-threat': { sign: '⚑', tone: 'bg-danger-soft text-danger' },
  'expansion-signal': { sign: '▲', tone: 'bg-accent-soft text-accent' },
  'renewal-risk': { sign: '!', tone: 'bg-amber-soft text-amber' },
}

type AlertLineProps = { alert: Alert; me?: string; chosen?: boolean; onChoose?: () => void; onDo?: (deed: DeedOf) => void }

/** An alert: what is the matter with whom, since when, what to do, and who does it. */
export function AlertLine({ alert, me = '', chosen = false, onChoose, onDo }: AlertLineProps) {
  const t = useT()
  const healthT = useHealthT()
  const { number, list, moment } = useFormats()
  const { nameOf } = useColleagues()
  const mark = MARKS[alert.type]
  const what = healthT(`alert.${alert.type}`)
  const causes = causesOf(alert).map((cause) =>
    'name' in cause ? t('why.competitor', { name: isolated(cause.name) }) : t(`why.${cause.key}` as Key, Object.fromEntries(Object.entries(cause.values).map(([name, value]) => [name, number(value)]))),
  )
  return (
    <li data-alert={alert.id} className={cn('flex items-start gap-3 px-4 py-3.5', chosen && 'bg-accent-soft/50')}>
      {onChoose && (
        <label className="-m-1 p-1">
          <input type="checkbox" checked={chosen} onChange={onChoose} className="mt-1 size-4 accent-accent" />
          <span className="sr-only">{t('choose', { account: isolated(alert.accountName) })}</span>
        </label>
      )}
      <span aria-hidden="true" className={cn('flex size-7 shrink-0 items-center justify-center rounded-full text-[0.8rem]', mark.tone)}>
        {mark.sign}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <Link data-row to="/accounts/$id" params={{ id: alert.account }} className="rounded font-medium text-ink underline-offset-2 hover:underline">
            <bdi>{alert.accountName}</bdi>
          </Link>
          <span>{what}</span>
          <span className="text-[0.867rem] text-quiet">
            <Ago time={alert.updatedAt} />
          </span>
          {alert.assignee && <Badge>{alert.assignee === me ? t('isMine') : isolated(nameOf(alert.assignee))}</Badge>}
          {alert.status === 'snoozed' && alert.snoozedUntil && <Badge tone="amber">{t('snoozedUntil', { time: moment(alert.snoozedUntil) })}</Badge>}
          {alert.cleared && <Badge>{t(alert.cleared.by ? 'closedBy' : 'closedItself', { name: isolated(nameOf(alert.cleared.by ?? '')) })}</Badge>}
        </p>
        <p className="first-letter:uppercase">{list(causes)}</p>
        {alert.status !== 'cleared' && (
          <p className="text-[0.867rem] text-quiet">
            {t('play')} {t(`play.${alert.type}`)}
          </p>
        )}
        {onDo && (
          <div className="mt-2 flex flex-wrap gap-1">
            <DeedButtons acknowledged={alert.status === 'acknowledged'} me={me} assignee={alert.assignee} about={isolated(alert.accountName)} onDo={onDo} />
          </div>
        )}
      </div>
    </li>
  )
}
