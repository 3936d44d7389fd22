import { useState } from 'react'
import { type AccountDetail, type Deal, moveDeal } from '@/api/accounts'
import { useChange } from '@/app/useChange'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { FormDialog } from '../records/FormDialog'
import { DEAL_STAGES, type Key, useT } from './words'

/** A deal, how it moves, and where it was. */
export function DealCard({ deal, shown, onEdit }: { deal: Deal; shown: AccountDetail; onEdit?: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const { day, money, number } = useFormats()
  const [asking, setAsking] = useState<string | null>(null)
  const { details, visits, slips } = deal
  const stage = visits.at(-1)?.stage ?? ''
  const ended = stage === 'won' || stage === 'lost'
  const pace = shown.insight.deals.find((one) => one.deal === deal.id)
  const move = useChange({
    key: ['accounts'],
    send: ({ to, reason }: { to: string; reason?: string }) => moveDeal(deal.id, to, reason),
    done: ({ to }) => {
      setAsking(null)
      toast({ title: t('dealMoved', { stage: t(`dealStage.${to}` as Key) }) })
    },
  })
  const go = (to: string) => (to === 'lost' || ended ? setAsking(to) : move.mutate({ to }))
  return (
    <li className="py-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <bdi className="font-medium">{details.name}</bdi>
            <Badge tone={stage === 'won' ? 'accent' : stage === 'lost' ? 'danger' : 'amber'}>{t(`dealStage.${stage}` as Key)}</Badge>
            <span className="text-[0.867rem] text-quiet">{t(`deal.${details.kind}` as Key)}</span>
            {details.amount !== undefined && <span className="tabular-nums">{money(details.amount, details.currency)}</span>}
          </p>
          <p className="text-[0.867rem] text-quiet">
            {[
              details.closesOn !== undefined && !ended && t('closes', { day: day(details.closesOn) }),
              pace && t('inStage', { days: number(Math.round(pace.daysInStage)) }),
              slips > 0 && t('slips', { count: slips }),
            ]
              .filter(Boolean)
              .join(' · ')}
            {pace?.overdue && (
              <Badge tone="danger" className="ms-2">
                {t('isOverdue')}
              </Badge>
            )}
          </p>
          {details.nextStep && (
            <p className="text-[0.867rem]">
              <span className="text-quiet">{t('nextStep')}: </span>
              <bdi>{details.nextStep}</bdi>
            </p>
          )}
        </div>
        {onEdit && (
          <Menu
            trigger={
              <Button size="icon" variant="quiet" aria-label={t('change', { name: isolated(details.name) })}>
                <Icon name="menu" />
              </Button>
            }
            entries={[
              { label: shellT('app.edit'), icon: 'edit', onClick: onEdit },
              'line',
              { label: t('stage'), value: stage, options: DEAL_STAGES.map((value) => ({ value, label: t(`dealStage.${value}`) })), onChange: go },
            ]}
          />
        )}
      </div>
      <details className="mt-1 text-[0.867rem]">
        <summary className="min-h-6 w-fit cursor-pointer rounded text-quiet">{t('stages', { count: number(visits.length) })}</summary>
        <ol className="mt-1 ms-4 list-disc">
          {visits.map((visit) => (
            <li key={`${visit.since} ${visit.stage}`}>
              {t(`dealStage.${visit.stage}` as Key)} · <Ago time={visit.since} />
              {visit.reason && <bdi className="text-quiet"> · {visit.reason}</bdi>}
            </li>
          ))}
        </ol>
      </details>
      {asking !== null && (
        <FormDialog
          title={t('dealTo', { stage: t(`dealStage.${asking}` as Key) })}
          fields={[{ name: 'reason', label: t('reason'), kind: 'area', required: true, longest: 500 }]}
          values={{}}
          busy={move.isPending}
          problem={move.error}
          onClose={() => setAsking(null)}
          onSave={({ reason }) => move.mutate({ to: asking, reason: String(reason) })}
        />
      )}
    </li>
  )
}
