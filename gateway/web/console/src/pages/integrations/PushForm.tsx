import { useState } from 'react'
import type { Push, PushKind } from '@/api/push'
import { Problem } from '@/api/problem'
import { FormEnd } from '@/app/FormEnd'
import { isolated } from '@/i18n/translate'
import { Checkbox } from '@/ui/Checkbox'
import { Input } from '@/ui/Input'
import { type Choice, chosenOf, nameOf } from './model/push'
import { type Key, useT } from './texts'

const KINDS = ['account', 'contact', 'lead', 'task']

type PushFormProps = { shown: Push; busy: boolean; problem: unknown; onCancel: () => void; onSave: (choice: Choice) => void }

/** Which kinds are written, and what each of their fields is called over there. */
export function PushForm({ shown, busy, problem, onCancel, onSave }: PushFormProps) {
  const t = useT()
  const [choice, setChoice] = useState(() => chosenOf(shown))
  const named = (kind: string, field: string, name: string) => setChoice((now) => ({ ...now, names: { ...now.names, [kind]: { ...now.names[kind], [field]: name } } }))
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(choice)
      }}
    >
      {shown.kinds.map((kind) => (
        <Kind
          key={kind.kind}
          kind={kind}
          choice={choice}
          onTurn={(on) => setChoice({ ...choice, kinds: on ? [...choice.kinds, kind.kind] : choice.kinds.filter((one) => one !== kind.kind) })}
          onObject={(name) => setChoice({ ...choice, objects: { ...choice.objects, [kind.kind]: name } })}
          onName={(field, name) => named(kind.kind, field, name)}
        />
      ))}
      <Checkbox label={t('pushScores')} checked={choice.scores} onChange={({ target }) => setChoice({ ...choice, scores: target.checked })} />
      <FormEnd problem={problem} busy={busy} onCancel={onCancel}>
        {problem instanceof Problem &&
          problem.errors.map(({ path, detail }) => (
            <bdi key={path} lang="en" className="block text-[0.867rem]">
              {path}: {detail}
            </bdi>
          ))}
      </FormEnd>
    </form>
  )
}

type KindProps = { kind: PushKind; choice: Choice; onTurn: (on: boolean) => void; onObject: (name: string) => void; onName: (field: string, name: string) => void }

function Kind({ kind, choice, onTurn, onObject, onName }: KindProps) {
  const t = useT()
  const on = choice.kinds.includes(kind.kind)
  return (
    <fieldset className="flex flex-col gap-2">
      <Checkbox label={t('pushKind', { kind: KINDS.includes(kind.kind) ? t(`kind.${kind.kind}` as Key) : kind.kind, object: isolated(kind.object) })} checked={on} onChange={({ target }) => onTurn(target.checked)} />
      {on && kind.proposedObject && (
        <label className="ms-7 grid items-center gap-x-4 gap-y-1 sm:grid-cols-2">
          {t('pushTable')}
          <Input dir="ltr" maxLength={80} placeholder={kind.proposedObject} value={choice.objects[kind.kind] ?? kind.object} onChange={({ target }) => onObject(target.value)} />
        </label>
      )}
      {on && (
        <details className="ms-7">
          <summary className="cursor-pointer rounded text-[0.867rem] text-quiet">{t('pushFields')}</summary>
          <ul className="mt-2 flex flex-col gap-2">
            {kind.fields
              .filter(({ score }) => choice.scores || !score)
              .map((field) => (
                <li key={field.name}>
                  <label className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-2">
                    <bdi>{field.label}</bdi>
                    <Input
                      dir="ltr"
                      maxLength={100}
                      placeholder={t('pushNot')}
                      value={nameOf(field, choice.names[kind.kind]?.[field.name])}
                      onChange={({ target }) => onName(field.name, target.value)}
                    />
                  </label>
                </li>
              ))}
          </ul>
        </details>
      )}
    </fieldset>
  )
}
