import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { flow } from '@/api/flows'
import type { Funnel, FunnelField, FunnelPhase } from '@/api/reports'
import { useFormats } from '@/i18n/formats'
import { useLanguage } from '@/i18n/I18n'
import { cn } from '@/ui/cn'
import { Icon } from '@/ui/Icon'
import { labelsOf } from '../records/labels'
import { useT } from './texts'

const CELL = 'px-4 py-2.5 text-end tabular-nums'

/** The funnel as a table that draws itself: a bar for who came to a phase, and below it, question by question, who left. */
export function FunnelTable({ funnel }: { funnel: Funnel }) {
  const t = useT()
  const [language] = useLanguage()
  const { data } = useQuery(flow(funnel.flow, language))
  const [open, setOpen] = useState<string>()
  const labels = labelsOf(data)
  const title = (phase: string) => data?.phases.find(({ id }) => id === phase)?.title ?? t('other')
  const phases = funnel.phases.filter((phase) => phase.reached > 0 || phase.fields.length > 0)
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-card" tabIndex={0} role="group" aria-label={t('title')}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr className="border-b border-line text-[0.8rem] text-quiet">
            {(['phase', 'reached', 'answered', 'skipped', 'left', 'seconds'] as const).map((key, place) => (
              <th key={key} scope="col" className={cn('px-4 py-2.5 font-medium', place < 2 ? 'text-start' : 'text-end')}>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {phases.map((phase) => (
            <Fragment key={phase.phase}>
              <PhaseRow
                phase={phase}
                title={title(phase.phase)}
                started={funnel.sessions.started}
                open={open === phase.phase}
                toggle={() => setOpen(open === phase.phase ? undefined : phase.phase)}
              />
              {open === phase.phase &&
                phase.fields.map((field) => <FieldRow key={field.path} field={field} label={labels.field(field.path)} of={phase.reached} />)}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PhaseRow({ phase, title, started, open, toggle }: { phase: FunnelPhase; title: string; started: number; open: boolean; toggle: () => void }) {
  const { number } = useFormats()
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="min-w-44 px-2 py-1.5 text-start font-medium">
        {phase.fields.length === 0 ? (
          <span className="block px-8 py-1">{title}</span>
        ) : (
          <button type="button" aria-expanded={open} onClick={toggle} className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-start hover:bg-raised">
            <Icon name="chevronDown" className={cn('text-quiet transition-transform', !open && '-rotate-90 rtl:rotate-90')} />
            {title}
          </button>
        )}
      </th>
      <td className="w-[36%] min-w-48 px-4 py-2.5">
        <Bar share={phase.reached / Math.max(started, 1)} label={number(phase.reached)} strong />
      </td>
      <Counts of={phase} />
    </tr>
  )
}

function FieldRow({ field, label, of }: { field: FunnelField; label: string; of: number }) {
  const { number } = useFormats()
  return (
    <tr className="border-b border-line bg-ground text-[0.867rem] last:border-0">
      <th scope="row" className="py-2 ps-12 pe-4 text-start font-normal">
        <bdi>{label}</bdi>
      </th>
      <td className="px-4 py-2">
        <Bar share={field.sessions / Math.max(of, 1)} label={number(field.sessions)} />
      </td>
      <Counts of={field} />
    </tr>
  )
}

function Counts({ of }: { of: FunnelPhase | FunnelField }) {
  const { number } = useFormats()
  return (
    <>
      <td className={CELL}>{number(of.answered)}</td>
      <td className={CELL}>{number(of.skipped + of.unknown)}</td>
      <td className={cn(CELL, of.abandoned > 0 && 'font-medium text-danger')}>{number(of.abandoned)}</td>
      <td className={CELL}>{of.medianSeconds === null ? '–' : number(of.medianSeconds)}</td>
    </>
  )
}

function Bar({ share, label, strong = false }: { share: number; label: string; strong?: boolean }) {
  return (
    <span className="flex items-center gap-2.5 tabular-nums">
      <span aria-hidden="true" className="h-3 flex-1 overflow-hidden rounded-sm bg-raised">
        <span className={cn('block h-full rounded-sm', strong ? 'bg-accent' : 'bg-accent/60')} style={{ width: `${Math.min(1, share) * 100}%` }} />
      </span>
      <span className="w-10 text-end">{label}</span>
    </span>
  )
}
