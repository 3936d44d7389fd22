import { expect, it } from 'vitest'
import type { Setting } from '@/api/integrations'
import { draftOf, errorOf, givenOf, missing } from '@/pages/integrations/settings'

const setting = (name: string, more: Partial<Setting> = {}): Setting => ({ name, label: name, help: '', input: 'line', required: true, secret: false, choices: [], ...more })
const SETTINGS = [setting('url'), setting('token', { secret: true }), setting('statuses', { required: false, initial: 'Unqualified' })]

it('begins with what is known, then with what is proposed, and never with a secret', () => {
  expect(draftOf(SETTINGS, { url: 'https://a.example', token: 'leaked' })).toEqual({ url: 'https://a.example', token: '', statuses: 'Unqualified' })
})

it('asks for what is needed, but not again for a secret that is kept', () => {
  const draft = { url: ' ', token: '', statuses: '' }
  expect(missing(SETTINGS, draft, [])).toEqual(['url', 'token'])
  expect(missing(SETTINGS, draft, ['token'])).toEqual(['url'])
})

it('sends a secret only when somebody typed one', () => {
  expect(givenOf(SETTINGS, { url: ' https://a.example ', token: '', statuses: '' })).toEqual({ url: 'https://a.example', statuses: '' })
  expect(givenOf(SETTINGS, { url: 'x', token: 't', statuses: '' })).toMatchObject({ token: 't' })
})

it('finds what is said of a setting by its name alone', () => {
  const errors = [{ path: 'settings.url', code: 'invalid', detail: 'Not an address.' }]
  expect(errorOf(errors, 'url')).toBe('Not an address.')
  expect(errorOf(errors, 'ur')).toBeUndefined()
})
