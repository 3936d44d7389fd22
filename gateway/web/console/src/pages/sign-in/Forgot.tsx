import { type SubmitEvent, useState } from 'react'
import { askForReset } from '@/api/access'
import { Problem } from '@/api/problem'
import { problemKey } from '@/app/problem-key'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { useT } from './texts'

/** Asks for a link with which a lost password is set anew. */
export function Forgot({ onBack }: { onBack: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email')).trim()
    if (email === '') return setWrong(shellT('signIn.emailMissing'))
    setBusy(true)
    setWrong(undefined)
    try {
      await askForReset(email)
      setSent(true)
    } catch (problem) {
      setWrong(problem instanceof Problem && problem.code === 'mail-not-set-up' ? t('noMail') : shellT(problemKey(problem)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4 rounded-2xl border border-line bg-card p-6 shadow-sm">
      <h1 className="text-lg font-semibold">{t('reset')}</h1>
      {sent ? (
        <p role="status">{t('onItsWay')}</p>
      ) : (
        <>
          <p className="text-pretty text-quiet">{t('resetText')}</p>
          <Field label={shellT('signIn.email')} error={wrong}>
            <Input name="email" type="email" dir="ltr" autoComplete="username" autoCapitalize="none" spellCheck={false} required className="h-10" />
          </Field>
          <Button type="submit" variant="primary" size="lg" disabled={busy}>
            {t('send')}
          </Button>
        </>
      )}
      <Button variant="quiet" onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  )
}
