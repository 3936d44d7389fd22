import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, lazy, type SubmitEvent, Suspense, useEffect, useRef, useState } from 'react'
import { Problem } from '@/api/problem'
import { Brand } from '@/app/Brand'
import { problemKey } from '@/app/problem-key'
import { signIn } from '@/app/session'
import { useLanguage } from '@/i18n/I18n'
import { type Language, LANGUAGES } from '@/i18n/languages'
import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { useCountdown } from './countdown'

const OtherWays = lazy(() => import('./OtherWays').then((module) => ({ default: module.OtherWays })))
const Forgot = lazy(() => import('./Forgot').then((module) => ({ default: module.Forgot })))

type Wrong = { field?: 'email' | 'password'; text: string }

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const t = useT()
  const navigate = useNavigate()
  const router = useRouter()
  const { from, problem } = route.useSearch()
  const [forgot, setForgot] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [busy, setBusy] = useState(false)
  const [caps, setCaps] = useState(false)
  const [shown, setShown] = useState(false)
  const [wait, setWait] = useCountdown()

  useEffect(() => {
    document.title = `${t('signIn.submit')} · Rapport`
  }, [t])

  useEffect(() => {
    if (wrong?.field) form.current?.querySelector<HTMLInputElement>(`[name=${wrong.field}]`)?.focus()
  }, [wrong])

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const email = String(data.get('email')).trim()
    const password = String(data.get('password'))
    if (email === '') return setWrong({ field: 'email', text: t('signIn.emailMissing') })
    if (password === '') return setWrong({ field: 'password', text: t('signIn.passwordMissing') })
    setBusy(true)
    try {
      await signIn(email, password)
      setWrong(null)
      if (from === undefined) await navigate({ to: '/', replace: true })
      else router.history.replace(`/app${from}`)
    } catch (error) {
      setWrong(refusal(error))
    } finally {
      setBusy(false)
    }
  }

  function refusal(error: unknown): Wrong | null {
    if (error instanceof Problem && (error.status === 401 || error.status === 422)) {
      return { field: 'password', text: t('signIn.wrong') }
    }
    if (error instanceof Problem && error.status === 429) {
      setWait(error.retryAfter ?? 30)
      return null
    }
    return { text: t(problemKey(error)) }
  }

  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  const message = wait > 0 ? t('signIn.wait', { count: wait }) : wrong?.text

  return (
    <div className="flex min-h-dvh flex-col items-center bg-ground px-4">
      <main className="flex w-full max-w-sm flex-1 flex-col justify-center py-12">
        <div className="mb-8 flex flex-col items-center gap-3 text-center">
          <Brand className="text-xl" />
          <p className="text-pretty text-quiet">{t('signIn.lead')}</p>
        </div>
        {forgot ? (
          <Suspense>
            <Forgot onBack={() => setForgot(false)} />
          </Suspense>
        ) : (
          <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4 rounded-2xl border border-line bg-card p-6 shadow-sm">
            <h1 className="text-lg font-semibold">{t('signIn.title')}</h1>
            {from !== undefined && <p className="text-quiet">{t('signIn.ended')}</p>}
            <label className="flex flex-col gap-1.5">
              <span className="font-medium">{t('signIn.email')}</span>
              <Input
                name="email"
                type="email"
                dir="ltr"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                className="h-10"
                aria-invalid={wrong?.field === 'email'}
                aria-describedby="sign-in-message"
              />
            </label>
            <div className="flex flex-col gap-1.5">
              <label htmlFor="password" className="font-medium">
                {t('signIn.password')}
              </label>
              <div className="relative">
                <Input
                  id="password"
                  name="password"
                  type={shown ? 'text' : 'password'}
                  dir="ltr"
                  autoComplete="current-password"
                  required
                  className="h-10 pe-11"
                  aria-invalid={wrong?.field === 'password'}
                  aria-describedby="sign-in-message"
                  onKeyDown={watchCaps}
                  onKeyUp={watchCaps}
                  onBlur={() => setCaps(false)}
                />
                <Button
                  variant="quiet"
                  size="sm"
                  className="absolute end-1 top-1"
                  aria-label={t(shown ? 'signIn.hide' : 'signIn.show')}
                  aria-pressed={shown}
                  onClick={() => setShown(!shown)}
                >
                  <Icon name="eye" className={shown ? 'text-accent' : 'text-quiet'} />
                </Button>
              </div>
            </div>
            <div id="sign-in-message" role="alert" className="flex flex-col gap-1 empty:hidden">
              {caps && <p className="text-amber">{t('signIn.caps')}</p>}
              {message && <p className="text-danger">{message}</p>}
            </div>
            <Button type="submit" variant="primary" size="lg" disabled={busy || wait > 0}>
              {t('signIn.submit')}
            </Button>
            <Suspense>
              <OtherWays problem={problem} onForgot={() => setForgot(true)} />
            </Suspense>
            <p className="text-[0.867rem] text-pretty text-quiet">{t('signIn.first')}</p>
          </form>
        )}
      </main>
      <LanguageChoice />
    </div>
  )
}

function LanguageChoice() {
  const t = useT()
  const [language, choose] = useLanguage()
  return (
    <footer className="pb-6">
      <Select
        label={t('language.label')}
        value={language}
        options={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value: value as Language, label: name }))}
        onChange={choose}
      />
    </footer>
  )
}
