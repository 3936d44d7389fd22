import { Icon } from '../icons'
import type { PanelField } from '../model/panel'
import { useStudio } from '../studio'
import { useDisplay, useTexts } from '../texts'

/** Another value beside the field's own: a suggestion of the chat, or what two people disagree on. */
export function WaitingValue({ field }: { field: PanelField }) {
  const { suggestion, conflict } = field.record
  if (conflict !== undefined) return <Conflict field={field} />
  return suggestion === undefined ? null : <Suggestion field={field} />
}

function Suggestion({ field }: { field: PanelField }) {
  const { session } = useStudio()
  const { t } = useTexts()
  const display = useDisplay()
  const { suggestion, value } = field.record
  if (suggestion === undefined) return null
  const shown = display(field.definition, suggestion.value)
  return (
    <div role="group" aria-label={t('waiting.suggestion')} className="mt-1.5 flex flex-wrap items-center gap-2 rounded-lg bg-accent-soft px-3 py-1.5 text-[0.867rem]">
      <Icon name="spark" className="size-4 text-accent" />
      <span>
        {t('waiting.suggestion')} <bdi className="font-medium">{shown}</bdi>
      </span>
      <button type="button" onClick={() => session.edit(field.path, suggestion.value)} className="min-h-6 font-medium text-accent underline">
        {t('waiting.use')}
      </button>
      <button type="button" onClick={() => session.edit(field.path, value ?? null)} className="min-h-6 text-quiet underline">
        {t('waiting.keep')}
      </button>
    </div>
  )
}

function Conflict({ field }: { field: PanelField }) {
  const { session, me } = useStudio()
  const { t } = useTexts()
  const display = useDisplay()
  const { conflict, value } = field.record
  if (conflict === undefined || value === undefined) return null
  const sides = [
    { title: field.record.actor === me ? t('waiting.yours') : t('waiting.theirs'), value },
    { title: conflict.actor === me ? t('waiting.yours') : t('waiting.theirs'), value: conflict.value },
  ]
  return (
    <div role="group" aria-label={t('waiting.conflict')} className="mt-2 rounded-lg border border-amber bg-amber-soft p-3 text-[0.867rem]">
      <p className="mb-2 flex items-center gap-1.5 font-medium text-amber">
        <Icon name="alert" />
        {t('waiting.conflict')}
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        {sides.map((side, index) => (
          <div key={index} className="flex flex-col items-start gap-1.5 rounded-md bg-card p-2.5">
            <span className="text-[0.8rem] text-quiet">{side.title}</span>
            <bdi className="break-words whitespace-pre-line">{display(field.definition, side.value)}</bdi>
            <button type="button" onClick={() => session.edit(field.path, side.value)} className="mt-auto min-h-6 font-medium text-accent underline">
              {t('waiting.take')}
            </button>
          </div>
        ))}
      </div>
    </div>
  )
}
