import { describe, expect, test } from 'vitest'
import { answered, asksForEmail, BEGINNING, changed, choices, received, snapshot } from '../src/panel/state'
import type { Message, Outgoing, Turn, View } from '../src/panel/wire'

const view = (more: Partial<View> = {}): View => ({
  id: 'c1', rev: 1, status: 'in_progress', mode: 'lead', locale: 'en', dir: 'ltr', asked: [], messages: [], ...more,
})
const bot = (id: string, rev: number, more: Partial<Message> = {}): Message => ({ id, role: 'bot', text: id, rev, ...more })
const user = (id: string, rev: number): Message => ({ id, role: 'user', text: id, rev })
const outgoing: Outgoing = { messageId: 'm1', text: 'hello' }
const turn = (more: Partial<Turn> = {}): Turn => ({
  rev: 4, replies: [{ id: 'r2', text: 'hi' }], status: 'in_progress', mode: 'lead', asked: [], ...more,
})
const begun = snapshot(BEGINNING, view({ messages: [bot('r1', 1)] }))
const ids = (messages: Message[]) => messages.map((message) => message.id)

describe('a message', () => {
  test('is there once, whether the answer or the feed brings it first', () => {
    const first = answered({ ...begun, waiting: [outgoing] }, outgoing, 'hello', turn())
    const both = received(received(first, user('m1', 4)), bot('r2', 4))
    expect(ids(both.messages)).toEqual(['r1', 'm1', 'r2'])
    const other = answered(received(received({ ...begun, waiting: [outgoing] }, user('m1', 4)), bot('r2', 4)), outgoing, 'hello', turn())
    expect(ids(other.messages)).toEqual(['r1', 'm1', 'r2'])
    expect(other.waiting).toEqual([])
  })

  test('that waits is confirmed by a snapshot, too', () => {
    const waiting = { ...begun, waiting: [outgoing, { messageId: 'm2' }] }
    expect(snapshot(waiting, view({ messages: [bot('r1', 1), user('m1', 4)] })).waiting).toEqual([{ messageId: 'm2' }])
  })

  test('stands where it was said, in whatever order it comes', () => {
    const late = received(received(received(begun, bot('r3', 6)), user('m2', 6)), bot('r2', 4))
    expect(ids(late.messages)).toEqual(['r1', 'r2', 'm2', 'r3'])
  })

  test('keeps what one source alone told of it', () => {
    const first = answered(begun, outgoing, 'hello', turn({ replies: [{ id: 'r2', text: 'hi', nextSteps: ['see prices'] }] }))
    expect(received(first, bot('r2', 4)).messages.at(-1)?.nextSteps).toEqual(['see prices'])
  })
})

test('another conversation does not keep the messages of the one before', () => {
  expect(ids(snapshot(begun, view({ id: 'c2', messages: [bot('x', 1)] })).messages)).toEqual(['x'])
})

describe('what can be tapped', () => {
  const buttons = [{ label: 'Yes' }]
  const offered = snapshot(BEGINNING, view({ messages: [bot('r1', 1, { buttons })] }))
  test('is what the last reply offers', () => expect(choices(offered)).toEqual(buttons))
  test('is nothing once something was said', () =>
    expect(choices({ ...offered, waiting: [outgoing] })).toEqual([]))
  test('is nothing after a message of one’s own', () => expect(choices(received(offered, user('m1', 3)))).toEqual([]))
})

describe('the visitor is told', () => {
  test('that an address was saved, once the mode changes from lead to sales', () => {
    expect(answered(begun, outgoing, 'a@b.example', turn({ mode: 'sales' })).notice).toBe('saved')
    expect(changed(begun, [{ op: 'replace', path: '/mode', value: 'sales' }]).notice).toBe('saved')
  })
  test('that a person is there', () =>
    expect(changed(begun, [{ op: 'replace', path: '/mode', value: 'human' }]).notice).toBe('person'))
  test('nothing when the conversation is only loaded', () =>
    expect(snapshot(BEGINNING, view({ mode: 'sales' })).notice).toBeUndefined())
  test('no longer than until they go on', () => {
    const told = answered(begun, outgoing, 'x', turn({ mode: 'sales' }))
    expect(answered(told, { messageId: 'm2' }, 'y', turn({ rev: 6, mode: 'sales', replies: [] })).notice).toBeUndefined()
  })
})

test.each([
  [['email'], true],
  [['contact.email'], true],
  [['work_email'], true],
  [['e_mail'], true],
  [['team_size'], false],
  [['emailing_habits'], false],
])('asked for %j, an address is wanted: %s', (asked, wanted) => {
  expect(asksForEmail(snapshot(BEGINNING, view({ asked })))).toBe(wanted)
})
