import { type SubmitEvent, useState } from 'react'
import type { Connector, Given, Setting } from '@/api/integrations'
import { Problem } from '@/api/problem'
import { problemKey } from '@/app/problem-key'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { draftOf, errorOf, givenOf, missing } from './settings'
import { useT } from './texts'

type SettingsFormProps = {
  connector: Connector
  known?: { name: string; settings: Record<string, string>; secrets: string[] }
  busy: boolean
  problem: unknown
  submit: string
  onSubmit: (given: Given) => void
}

/** Asks what a connector needs to be told; every field is drawn from what the connector says of itself. */
export function SettingsForm({ connector, known, busy, problem, submit, onSubmit }: SettingsFormProps) {
  const t = useT()
  const { settings } = connector
  const kept = known?.secrets ?? []
  const [name, setName] = useState(known?.name ?? connector.name)
  const [draft, setDraft] = useState(() => draftOf(settings, known?.settings))
  const [lacking, setLacking] = useState<string[]>([])
  const errors = problem instanceof Problem ? problem.errors : []
  const whole = errors.some(({ path }) => path === 'name' || settings.some((setting) => path === `settings.${setting.name}`)) ? null : problem

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const lacks = missing(settings, draft, kept)
    setLacking(lacks)
    if (lacks.length === 0) onSubmit({ name: name.trim(), settings: givenOf(settings, draft) })
  }

  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={errors.find(({ path }) => path === 'name')?.detail}>
        <Input dir="auto" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {settings.map((setting) => (
        <SettingField
          key={setting.name}
          setting={setting}
          value={draft[setting.name] ?? ''}
          kept={setting.secret && kept.includes(setting.name)}
          error={lacking.includes(setting.name) ? t('needed') : errorOf(errors, setting.name)}
          onChange={(value) => setDraft((before) => ({ ...before, [setting.name]: value }))}
        />
      ))}
      {whole instanceof Error && <Whole problem={whole} />}
      <Button type="submit" variant="primary" disabled={busy} className="self-end">
        {busy ? t('trying') : submit}
      </Button>
    </form>
  )
}

/** What is wrong with all of it: the other system's own reason helps more than ours. */
function Whole({ problem }: { problem: Error }) {
  const shellT = useShellT()
  const told = problem instanceof Problem && (problem.status === 422 || problem.status === 503) && problem.message !== problem.code
  return (
    <p role="alert" className="text-danger">
      {told ? <bdi lang="en">{problem.message}</bdi> : shellT(problemKey(problem))}
    </p>
  )
}

type SettingFieldProps = { setting: Setting; value: string; kept: boolean; error: string | undefined; onChange: (value: string) => void }

function SettingField({ setting: { label, help, input, required, secret, choices }, value, kept, error, onChange }: SettingFieldProps) {
  const t = useT()
  const hint = kept ? `${help} ${t('kept')}`.trim() : help
  const title = required ? label : t('optional', { label })
  if (input === 'choice') {
    return (
      <Field label={title} hint={hint} error={error}>
        <Select label={title} value={value} options={choices.map((choice) => ({ value: choice, label: choice }))} onChange={onChange} className="w-full" />
      </Field>
    )
  }
  const common = { dir: 'ltr', required, value, autoComplete: 'off', spellCheck: false } as const
  // Even a secret of several lines is typed in the clear: pasted into one line it would lose its breaks.
  return (
    <Field label={title} hint={hint} error={error}>
      {input === 'lines' ? (
        <Textarea {...common} rows={4} className="font-mono" onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          {...common}
          type={secret ? 'password' : input === 'address' ? 'url' : 'text'}
          inputMode={input === 'number' ? 'numeric' : input === 'address' ? 'url' : 'text'}
          {...(secret && { autoComplete: 'new-password' })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
