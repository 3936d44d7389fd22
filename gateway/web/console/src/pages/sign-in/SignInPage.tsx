import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { me, signIn } from '@/api/me'
import { queries } from '@/api/queries'
import { Button } from '@/ui/Button'

export function SignInPage() {
  const navigate = useNavigate()
  const [wrong, setWrong] = useState('')
  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    try {
      queries.setQueryData(me.queryKey, await signIn(String(form.get('email')), String(form.get('password'))))
      await navigate({ to: '/' })
    } catch (problem) {
      setWrong(String(problem))
    }
  }
  return (
    <main className="mx-auto max-w-sm p-8">
      <h1>Rapport</h1>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <label>
          E-mail <input name="email" type="email" autoComplete="username" required />
        </label>
        <label>
          Password <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <p role="alert">{wrong}</p>
        <Button type="submit" variant="primary">
          Sign in
        </Button>
      </form>
    </main>
  )
}
