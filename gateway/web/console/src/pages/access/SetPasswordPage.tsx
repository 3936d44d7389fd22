import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useState } from 'react'
import { setPassword as send } from '@/api/access'
import { Problem } from '@/api/problem'
import { Brand } from '@/app/Brand'
import { problemKey } from '@/app/problem-key'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { useT } from './texts'

/** Where a link leads with which somebody sets a password; its token stands behind the #. */
export function SetPasswordPage() {
  const t = useT()
  const shellT = useShellT()
  const navigate = useNavigate()
  const [token] = useState(() => location.hash.slice(1))
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const code = error instanceof Problem ? error.code : undefined

  useEffect(() => {
    document.title = `${t('setPassword')} · Rapport`
    // Nobody who looks at the address, or at the history, shall find it there.
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  }, [t])

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await send({ token, password })
      await navigate({ to: '/sign-in', replace: true })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="flex min-h-dvh flex-col items-center bg-ground px-4">
      <main className="flex w-full max-w-sm flex-1 flex-col justify-center py-12">
        <Brand className="mb-8 self-center text-xl" />
        <form noValidate onSubmit={submit} className="flex flex-col gap-4 rounded-2xl border border-line bg-card p-6 shadow-sm">
          <h1 className="text-lg font-semibold">{t('setPassword')}</h1>
          <Field label={t('newPassword')} hint={t('passwordHint')} error={code === 'invalid-fields' ? t('passwordWrong') : undefined}>
            <Input type="password" dir="ltr" autoComplete="new-password" className="h-10" value={password} onChange={(event) => setPassword(event.target.value)} />
          </Field>
          {error !== null && code !== 'invalid-fields' && (
            <p role="alert" className="text-danger">
              {code === 'link-not-good' ? t('linkNotGood') : shellT(problemKey(error))}
            </p>
          )}
          <Button type="submit" variant="primary" size="lg" disabled={busy || password === ''}>
            {t('setPassword')}
          </Button>
        </form>
      </main>
    </div>
  )
}
