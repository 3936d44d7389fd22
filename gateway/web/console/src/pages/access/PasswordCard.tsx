import { type SubmitEvent, useState } from 'react'
import { changeOwnPassword, sessions } from '@/api/access'
import { Problem } from '@/api/problem'
import { problemKey } from '@/app/problem-key'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { toast } from '@/ui/toast'
import { useT } from './texts'

/** Changes one's own password. */
export function PasswordCard() {
  const t = useT()
  const shellT = useShellT()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useChange({
    key: sessions.queryKey,
    quiet: true,
    send: (text: { current: string; password: string }) => changeOwnPassword(text),
    done: () => {
      setCurrent('')
      setPassword('')
      toast({ title: t('passwordChanged') })
    },
  })
  const { error } = change
  const code = error instanceof Problem ? error.code : undefined
  const short = code === 'invalid-fields'
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    change.mutate({ current, password })
  }
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('password')}</CardTitle>
      </CardHeader>
      <CardContent>
        <form noValidate onSubmit={submit} className="flex max-w-md flex-col gap-4">
          <Field label={t('currentPassword')} error={code === 'wrong-password' ? t('wrongPassword') : undefined}>
            <Input type="password" dir="ltr" autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} />
          </Field>
          <Field label={t('newPassword')} hint={t('passwordHint')} error={short ? t('passwordWrong') : undefined}>
            <Input type="password" dir="ltr" autoComplete="new-password" value={password} onChange={(event) => setPassword(event.target.value)} />
          </Field>
          {error !== null && code !== 'wrong-password' && !short && (
            <p role="alert" className="text-danger">
              {shellT(problemKey(error))}
            </p>
          )}
          <Button type="submit" variant="primary" className="self-start" disabled={change.isPending || current === '' || password === ''}>
            {t('changePassword')}
          </Button>
        </form>
      </CardContent>
    </Card>
  )
}
