import type { FieldError } from '@/api/problem'
import type { Setting } from '@/api/integrations'

export type Draft = Record<string, string>

/** What a form begins with: what is known, else what is proposed; a secret is never known. */
export function draftOf(settings: Setting[], known: Record<string, string> = {}): Draft {
  return Object.fromEntries(settings.map(({ name, secret, initial }) => [name, secret ? '' : (known[name] ?? initial ?? '')]))
}

/** What is asked for and not given; a secret that is kept need not be given again. */
export const missing = (settings: Setting[], draft: Draft, kept: string[]) =>
  settings.filter(({ name, required, secret }) => required && !(secret && kept.includes(name)) && (draft[name] ?? '').trim() === '').map(({ name }) => name)

/** What is sent: a secret nobody has typed is left out, so it stays as it is. */
export function givenOf(settings: Setting[], draft: Draft): Record<string, string> {
  return Object.fromEntries(
    settings.flatMap(({ name, secret }) => {
      const value = (draft[name] ?? '').trim()
      return secret && value === '' ? [] : [[name, value]]
    }),
  )
}

/** What the server says of one setting. */
export const errorOf = (errors: FieldError[], name: string) => errors.find(({ path }) => path === `settings.${name}`)?.detail
