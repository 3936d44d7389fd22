import { type SubmitEvent, useState } from 'react'
import { Problem } from '@/api/problem'
import type { WidgetKey, WidgetKeyText, WidgetTheme } from '@/api/widget'
import { FormEnd } from '@/app/FormEnd'
import { Card } from '@/ui/Card'
import { Checkbox } from '@/ui/Checkbox'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { useT } from './texts'

type KeyFormProps = {
  widgetKey?: WidgetKey
  busy: boolean
  problem: unknown
  onCancel: () => void
  onSave: (text: WidgetKeyText) => void
}

const ACCENT = '#27594b'

/** Writes a key: what it is called, where it may be used, and how the chat looks. */
export function KeyForm({ widgetKey, busy, problem, onCancel, onSave }: KeyFormProps) {
  const t = useT()
  const [name, setName] = useState(widgetKey?.name ?? '')
  const [origins, setOrigins] = useState(widgetKey?.origins.join('\n') ?? '')
  const [theme, setTheme] = useState<WidgetTheme>(widgetKey?.theme ?? {})
  const [vouched, setVouched] = useState(widgetKey?.identityRequired ?? false)
  const wrong = (path: string) => problem instanceof Problem && problem.errors.some((error) => error.path.startsWith(path))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const places = origins.split(/[\s,]+/).filter((origin) => origin !== '')
    onSave({ name: name.trim(), origins: places, theme: withoutEmpty(theme), identityRequired: vouched })
  }
  return (
    <Card className="p-5">
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <div className="grid gap-5 md:grid-cols-2">
          <Field label={t('name')} hint={t('nameHint')} error={wrong('name') ? t('nameWrong') : undefined}>
            <Input dir="auto" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={t('origins')} hint={t('originsHint')} error={wrong('origins') ? t('originsWrong') : undefined}>
            <Textarea dir="ltr" rows={2} value={origins} onChange={(event) => setOrigins(event.target.value)} placeholder="https://shop.example" />
          </Field>
          <Field label={t('chatTitle')} error={wrong('theme.title') ? t('titleWrong') : undefined}>
            <Input dir="auto" maxLength={60} value={theme.title ?? ''} onChange={(event) => setTheme({ ...theme, title: event.target.value })} />
          </Field>
          <Field label={t('privacy')} error={wrong('theme.privacyUrl') ? t('privacyWrong') : undefined}>
            <Input dir="ltr" type="url" value={theme.privacyUrl ?? ''} onChange={(event) => setTheme({ ...theme, privacyUrl: event.target.value })} placeholder="https://shop.example/privacy" />
          </Field>
          <div className="flex flex-wrap items-end gap-5">
            <Field label={t('accent')}>
              <input type="color" value={theme.accent ?? ACCENT} onChange={(event) => setTheme({ ...theme, accent: event.target.value })} className="h-9 w-16 rounded-lg border border-line-strong/70 bg-card p-1" />
            </Field>
            <div className="flex flex-col gap-1.5">
              <span aria-hidden="true" className="font-medium">
                {t('position')}
              </span>
              <Select
                label={t('position')}
                value={theme.position ?? 'right'}
                options={(['right', 'left'] as const).map((value) => ({ value, label: t(`position.${value}`) }))}
                onChange={(position) => setTheme({ ...theme, position })}
              />
            </div>
          </div>
          <Checkbox label={t('vouchedOnly')} checked={vouched} onChange={(event) => setVouched(event.target.checked)} />
        </div>
        <FormEnd problem={problem} busy={busy} onCancel={onCancel} />
      </form>
    </Card>
  )
}

const withoutEmpty = (theme: WidgetTheme): WidgetTheme =>
  Object.fromEntries(Object.entries(theme).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])))
