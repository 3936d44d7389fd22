import { useId, useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/ui/Button'
import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import { fieldsOf } from '../model/paths'
import type { PanelField } from '../model/panel'
import { fieldId, useOpenRecord, useStudio } from '../studio'
import { useTexts } from '../texts'
import { TextControl } from './TextControl'
import { WaitingValue } from './WaitingValue'

/** The summary: drafted on request, with chosen areas in its centre, then edited by people. */
export function SummaryCard({ field }: { field: PanelField }) {
  const { session } = useStudio()
  const { record, state } = useOpenRecord()
  const { t, problem } = useTexts()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [chosen, setChosen] = useState<readonly string[]>()
  const focus = chosen ?? record.summary?.focus ?? []
  const outdated = record.summary?.outdated === true
  const draft = async () => {
    setBusy(true)
    setWrong(undefined)
    try {
      await session.draftSummary([...focus])
    } catch (failure) {
      setWrong(failure instanceof Problem ? failure.code : 'other')
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="rounded-xl border border-line bg-card p-4 shadow-xs" aria-labelledby={id}>
      <header className="mb-3 flex flex-wrap items-center gap-2">
        <h2 id={id} className="flex-1 text-base font-semibold">
          <label htmlFor={fieldId(field.path)}>
            <bdi>{field.definition.label}</bdi>
          </label>
        </h2>
        {outdated && (
          <span className="inline-flex items-center gap-1 rounded-full bg-amber-soft px-2.5 py-0.5 text-[0.8rem] font-medium text-amber">
            <Icon name="alert" className="size-3.5" />
            {t('summary.outdated')}
          </span>
        )}
        <Button size="sm" variant={record.summary === undefined || outdated ? 'primary' : 'outline'} disabled={busy || !state.online} onClick={() => void draft()}>
          <Icon name="spark" />
          {t(record.summary === undefined ? 'summary.draft' : 'summary.draftAgain')}
        </Button>
      </header>
      <FocusAreas focus={focus} choose={setChosen} />
      {wrong !== undefined && <p role="alert" className="mb-2 text-[0.867rem] text-danger">{problem(wrong)}</p>}
      <TextControl field={field} rows={5} />
      <WaitingValue field={field} />
    </section>
  )
}

/** What the summary should dwell on: what the flow suggests, and what there is in the panel. */
function FocusAreas({ focus, choose }: { focus: readonly string[]; choose(focus: string[]): void }) {
  const { flow } = useStudio()
  const { panel } = useOpenRecord()
  const { t } = useTexts()
  const suggested = fieldsOf(flow).filter((field) => field.control && field.type === 'tags').flatMap((field) => field.suggestions)
  const areas = suggested.length > 0 ? suggested : panel.sections.map((section) => ({ value: section.title, label: section.title }))
  const offered = [...areas, ...focus.filter((area) => !areas.some(({ value }) => value === area)).map((area) => ({ value: area, label: area }))]
  if (offered.length === 0) return null
  return (
    <div role="group" aria-label={t('summary.focus')} className="mb-3 flex flex-wrap items-center gap-1.5 text-[0.867rem]">
      <span className="text-quiet">{t('summary.focus')}</span>
      {offered.map((area) => {
        const on = focus.includes(area.value)
        return (
          <button
            key={area.value}
            type="button"
            aria-pressed={on}
            onClick={() => choose(on ? focus.filter((other) => other !== area.value) : [...focus, area.value])}
            className={cn('inline-flex min-h-7 items-center gap-1 rounded-full border px-2.5', on ? 'border-accent bg-accent-soft' : 'border-line-strong/60 hover:border-line-strong')}
          >
            {on && <Icon name="check" className="size-3.5 text-accent" />}
            <bdi>{area.label}</bdi>
          </button>
        )
      })}
    </div>
  )
}
