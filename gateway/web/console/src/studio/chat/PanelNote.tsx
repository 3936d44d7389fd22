import type { Fact } from '../model/transcript'
import { useStudio } from '../studio'
import { useTexts } from '../texts'
import { FactChip } from './FactChip'

/** What was done in the panel between two messages. */
export function PanelNote({ facts }: { facts: Fact[] }) {
  const { me } = useStudio()
  const { t } = useTexts()
  const mine = facts.every((fact) => fact.actor === undefined || fact.actor === me)
  return (
    <div className="flex flex-wrap items-center justify-center gap-1.5 py-1 text-[0.8rem] text-quiet">
      <span>{mine ? t('chat.panelYou') : t('chat.panelOther')}</span>
      {facts.map((fact) => (
        <FactChip key={fact.path} fact={fact} />
      ))}
    </div>
  )
}
