import type { PersonaText } from '@/api/personas'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Icon } from '@/ui/Icon'
import { Input } from '@/ui/Input'
import { Textarea } from '@/ui/Textarea'
import { useT } from './texts'

type Knowledge = PersonaText['knowledge']

/** What the bot may tell: what is not here it does not know. */
export function KnowledgeFields({ knowledge, onChange }: { knowledge: Knowledge; onChange: (knowledge: Knowledge) => void }) {
  const t = useT()
  const set = (place: number, part: Partial<Knowledge[number]>) => onChange(knowledge.map((one, at) => (at === place ? { ...one, ...part } : one)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium">{t('knowledge')}</legend>
      {knowledge.map((one, place) => (
        <div key={place} className="grid gap-3 rounded-lg border border-line p-3 md:grid-cols-[10rem_1fr_1.5fr_auto]">
          <Field label={t('topic')}>
            <Input dir="auto" maxLength={100} value={one.topic} onChange={(event) => set(place, { topic: event.target.value })} />
          </Field>
          <Field label={t('asked')}>
            <Input dir="auto" maxLength={600} value={one.question} onChange={(event) => set(place, { question: event.target.value })} />
          </Field>
          <Field label={t('answer')}>
            <Textarea dir="auto" rows={1} maxLength={600} value={one.answer} onChange={(event) => set(place, { answer: event.target.value })} />
          </Field>
          <Button variant="quiet" size="icon" aria-label={t('removeAnswer', { topic: one.topic })} onClick={() => onChange(knowledge.toSpliced(place, 1))} className="self-end">
            <Icon name="trash" />
          </Button>
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...knowledge, { topic: '', question: '', answer: '', source: null }])}>
          <Icon name="plus" />
          {t('addAnswer')}
        </Button>
      </div>
    </fieldset>
  )
}
