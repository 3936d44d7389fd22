import { type SubmitEvent, useState } from 'react'
import { Problem } from '@/api/problem'
import type { PersonaText } from '@/api/personas'
import { FormEnd } from '@/app/FormEnd'
import { useT as useShellT } from '@/i18n/texts'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Textarea } from '@/ui/Textarea'
import { KnowledgeFields } from './KnowledgeFields'
import { type Draft, draftOf, textOf } from './draft'
import { useT } from './texts'

type PersonaFormProps = {
  persona?: PersonaText
  busy: boolean
  problem: unknown
  onCancel: () => void
  onSave: (text: PersonaText) => void
}

/** Writes a persona: texts, and lists with one entry a line. */
export function PersonaForm({ persona, busy, problem, onCancel, onSave }: PersonaFormProps) {
  const t = useT()
  const shellT = useShellT()
  const [draft, setDraft] = useState(() => draftOf(persona))
  const [nameless, setNameless] = useState(false)
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const wrong = (part: string) => (problem instanceof Problem ? problem.errors.find(({ path }) => path.startsWith(part))?.detail : undefined)

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setNameless(draft.name.trim() === '')
    if (draft.name.trim() !== '') onSave(textOf(draft, persona))
  }

  const text = (part: 'description' | 'opening' | 'nextSteps') => (
    <Field label={t(part)} error={wrong(part)}>
      <Textarea dir="auto" rows={2} maxLength={600} value={draft[part]} onChange={(event) => set({ [part]: event.target.value })} />
    </Field>
  )
  const lines = (part: 'needs' | 'exemplars' | 'vocabulary' | 'questions' | 'buttons') => (
    <Field label={t(part)} hint={shellT('app.oneALine')} error={wrong(part)}>
      <Textarea dir="auto" rows={4} value={draft[part]} onChange={(event) => set({ [part]: event.target.value })} />
    </Field>
  )
  return (
    <Card className="p-5">
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <div className="grid gap-5 lg:grid-cols-2">
          <Field label={t('name')} error={nameless ? t('nameMissing') : wrong('name')}>
            <Input dir="auto" required maxLength={600} value={draft.name} onChange={(event) => set({ name: event.target.value })} />
          </Field>
          {text('description')}
          {lines('needs')}
          {lines('exemplars')}
          {lines('vocabulary')}
          {lines('questions')}
          {text('opening')}
          {text('nextSteps')}
          {lines('buttons')}
        </div>
        <KnowledgeFields knowledge={draft.knowledge} onChange={(knowledge) => set({ knowledge })} />
        <FormEnd problem={problem} busy={busy} onCancel={onCancel} />
      </form>
    </Card>
  )
}
