import { type SubmitEvent, useState } from 'react'
import type { Task } from '@/api/tasks'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Textarea } from '@/ui/Textarea'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { useT } from './texts'
import { useMayDo } from './useMayDo'
import { useTaskChange } from './useTaskChange'
import { useName } from './who'

const TOLD = ['created', 'assigned', 'due', 'checked', 'unchecked', 'completed', 'reopened'] as const
type Told = (typeof TOLD)[number]

/** What was remarked and what became of the task, in the order of time. */
export function TaskTalk({ shown }: { shown: Task }) {
  const t = useT()
  const called = useName()
  const mayDo = useMayDo()
  const { change, busy } = useTaskChange()
  const [text, setText] = useState('')
  const name = (by: string | null) => (by === null ? t('automation') : called(by))
  const lines = [
    ...shown.comments.map(({ at, by, text }) => ({ at, by, said: text, told: '' })),
    ...shown.history
      .filter(({ what }) => TOLD.includes(what as Told))
      .map(({ at, by, what, detail }) => ({ at, by, said: ['checked', 'unchecked'].includes(what) ? (detail ?? '') : '', told: t(`told.${what as Told}`) })),
  ].toSorted((one, other) => one.at.localeCompare(other.at))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (text.trim() === '') return
    change(shown, { do: 'comments', text: text.trim() }, () => setText(''))
  }
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('talk')}</CardTitle>
      </CardHeader>
      <CardContent>
        <ol className="flex flex-col gap-3">
          {lines.map(({ at, by, said, told }, place) => (
            <li key={`${at} ${place}`}>
              <span className="text-[0.867rem] text-quiet">
                {name(by)} {told !== '' && <>· {told}</>} · <Ago time={at} />
              </span>
              {said !== '' && <Words className="break-words whitespace-pre-line">{said}</Words>}
            </li>
          ))}
        </ol>
        {mayDo && (
          <form onSubmit={submit} className="mt-4 flex flex-col gap-2">
            <Field label={t('remark')}>
              <Textarea dir="auto" rows={2} maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
            </Field>
            <Button type="submit" disabled={busy || text.trim() === ''} className="self-end">
              {t('say')}
            </Button>
          </form>
        )}
      </CardContent>
    </Card>
  )
}
