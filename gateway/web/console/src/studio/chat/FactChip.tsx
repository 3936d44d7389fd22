import { Icon } from '../icons'
import type { Fact } from '../model/transcript'
import { useStudio } from '../studio'
import { useDisplay, useTexts } from '../texts'

/** What was understood, or set. A click goes to its field, to put it right. */
export function FactChip({ fact }: { fact: Fact }) {
  const { goToField } = useStudio()
  const { t } = useTexts()
  const display = useDisplay()
  const label = fact.row === undefined ? fact.definition.label : `${fact.row} · ${fact.definition.label}`
  const value = display(fact.definition, fact.value)
  return (
    <button
      type="button"
      onClick={() => goToField(fact.path)}
      title={t('chat.correct')}
      className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-full bg-accent-soft px-2.5 py-0.5 text-start text-[0.8rem] text-ink hover:ring-1 hover:ring-accent"
    >
      <Icon name="check" className="size-3.5 text-accent" />
      <span className="truncate">
        <bdi>{label}</bdi>: <bdi className="font-medium">{value}</bdi>
      </span>
      <span className="sr-only">, {t('chat.correct')}</span>
    </button>
  )
}
