import { getByRole, queryByRole } from '@testing-library/dom'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { appearance } from '../src/launcher/appearance'
import { BEGINNING, snapshot, type State } from '../src/panel/state'
import { Dialog } from '../src/panel/view/Dialog'
import type { Message } from '../src/panel/wire'

let place: HTMLElement
const say = vi.fn()
const close = vi.fn()

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  render(null, place)
  place.remove()
  say.mockClear()
  close.mockClear()
})

const state = (...messages: Message[]): State => ({
  ...snapshot(BEGINNING, {
    id: 'c', rev: 1, status: 'in_progress', mode: 'lead', locale: 'en', dir: 'ltr', asked: [], messages,
  }),
  connection: 'online',
})
const bot = (text: string, more: Partial<Message> = {}): Message => ({ id: text, role: 'bot', text, rev: 1, ...more })

function draw(of: State, consent = false, privacyUrl?: string) {
  const look = { ...appearance({}, {}), ...(privacyUrl && { privacyUrl }) }
  act(() =>
    render(
      <Dialog shown state={of} language="en" look={look} consent={consent} say={say} seen={() => {}} close={close} />,
      place,
    ),
  )
}

const field = () => getByRole(place, 'textbox', { name: 'Write a message' }) as HTMLTextAreaElement
const key = (more: KeyboardEventInit) =>
  act(() => void field().dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...more })))

test('is a dialog with a name beside the page', () => {
  draw(state(bot('Hello')))
  expect(getByRole(place, 'dialog', { name: 'Chat with us' }).getAttribute('aria-modal')).toBe('false')
})

test('reads out what is new, not what was there', () => {
  draw(state(bot('Hello')))
  expect(getByRole(place, 'log').getAttribute('aria-live')).toBe('off')
  draw({ ...state(bot('Hello')), live: true })
  expect(getByRole(place, 'log').getAttribute('aria-live')).toBe('polite')
})

test('says who speaks before what is read out', () => {
  const mine: Message = { id: 'm', role: 'user', text: 'Prices?', rev: 2 }
  draw({ ...state(bot('Hello'), mine, bot('Ada here', { role: 'agent', author: 'Ada', rev: 3 })), live: true })
  const bubbles = [...getByRole(place, 'log').querySelectorAll('.bubble')].map((one) => one.textContent)
  expect(bubbles).toEqual(['Assistant: Hello', 'You: Prices?', 'Ada: Ada here'])
})

test('is walked through in the order it is read', () => {
  draw({ ...state(bot('Hello', { buttons: [{ label: 'Skip', action: { type: 'skip' } }] })), live: true }, true, 'https://shop.example/privacy')
  const stops = [...place.querySelectorAll<HTMLElement>('button, a[href], textarea, [tabindex="0"]')]
  const names = stops.map((one) => one.getAttribute('role') ?? one.getAttribute('aria-label') ?? one.textContent)
  expect(names.slice(0, 4)).toEqual(['Close chat', 'log', 'Skip', 'Privacy'])
  expect(stops.indexOf(field())).toBe(4)
  expect(stops.every((one) => one.tabIndex === 0)).toBe(true)
})

test('what was said is text, whatever it looks like', () => {
  draw(state(bot('<img src=x onerror=alert(1)> [x](javascript:alert(1))')))
  expect(place.querySelector('img, script')).toBeNull()
  expect(place.querySelector('.bubble a')).toBeNull()
  expect(getByRole(place, 'log').textContent).toContain('<img src=x onerror=alert(1)>')
})

test('only what was said is in the element that finds its own direction', () => {
  draw(state(bot('مرحبا?')))
  const said = place.querySelector('.bubble bdi')
  expect(said?.textContent).toBe('مرحبا?')
  expect(said?.getAttribute('dir')).toBe('auto')
  expect(place.querySelector('.bubble')?.textContent).toBe('Assistant: مرحبا?')
})

test('a button says what stands on it and does what it carries', () => {
  const action = { type: 'skip' }
  draw(state(bot('Sure?', { buttons: [{ label: 'Skip', action }] })))
  act(() => getByRole(place, 'button', { name: 'Skip' }).click())
  expect(say).toHaveBeenCalledWith('Skip', action)
})

test('shows the main text and what comes next', () => {
  draw(state(bot('long', { mainText: 'short', nextSteps: ['See prices', 'Talk to us'] })))
  expect(getByRole(place, 'list', { name: 'Next' }).children).toHaveLength(2)
  expect(getByRole(place, 'log').textContent).not.toContain('long')
})

test('Enter sends, Shift and Enter do not, nor does Enter while a word is composed', () => {
  draw(state())
  field().value = '  hello  '
  key({ key: 'Enter', shiftKey: true })
  key({ key: 'Enter', isComposing: true })
  expect(say).not.toHaveBeenCalled()
  key({ key: 'Enter' })
  expect(say).toHaveBeenCalledWith('hello')
  key({ key: 'Enter' })
  expect(say).toHaveBeenCalledTimes(1)
})

test('Escape closes', () => {
  draw(state())
  key({ key: 'Escape' })
  expect(close).toHaveBeenCalled()
})

test('who is asked for an address is told what becomes of it', () => {
  draw(state(bot('Your e-mail?')), true, 'https://shop.example/privacy')
  expect(place.textContent).toContain('We use your e-mail address')
  expect((getByRole(place, 'link', { name: 'Privacy' }) as HTMLAnchorElement).href).toBe('https://shop.example/privacy')
  expect(field().inputMode).toBe('email')
})

test('says what is going on in one place', () => {
  draw({ ...state(), connection: 'offline' })
  expect(getByRole(place, 'status').textContent).toContain('You are offline')
  draw({ ...state(), typing: true })
  expect(getByRole(place, 'status').textContent).toBe('The assistant is writing')
  draw(state())
  expect(getByRole(place, 'status').textContent).toBe('')
  expect(queryByRole(place, 'group')).toBeNull()
})
