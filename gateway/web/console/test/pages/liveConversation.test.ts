import { expect, it } from 'vitest'
import { afterEvent, type LiveConversation } from '@/pages/conversations/useConversation'

const nothing: LiveConversation = { record: undefined, messages: [] }
const event = (name: string, data: unknown) => ({ event: name, data: JSON.stringify(data), id: '1' })
const hello = { id: 'm1', role: 'user', text: 'Hello', at: '2026-11-21T08:00:00Z', rev: 1 }
const begun = afterEvent(nothing, event('snapshot', { id: 'c1', mode: 'lead', messages: [hello] }))!

it('begins with the snapshot', () => {
  expect(begun).toMatchObject({ record: { id: 'c1', mode: 'lead' }, messages: [hello] })
})

it('takes a message once, also when it is taken back later', () => {
  const answered = afterEvent(begun, event('message', { ...hello, id: 'm2', role: 'bot' }))!
  const undone = afterEvent(answered, event('message', { ...hello, undone: true }))!
  expect(undone.messages.map(({ id, undone }) => [id, undone])).toEqual([['m1', true], ['m2', undefined]])
})

it('follows what is patched', () => {
  expect(afterEvent(begun, event('patch', [{ op: 'replace', path: '/mode', value: 'human' }]))?.record?.mode).toBe('human')
})

it('says when an event does not fit, so that the feed begins anew', () => {
  expect(afterEvent(nothing, event('patch', []))).toBeUndefined()
  expect(afterEvent(begun, event('patch', [{ op: 'replace', path: '/no/where', value: 1 }]))).toBeUndefined()
  expect(afterEvent(begun, { event: 'message', data: 'cut off {', id: '' })).toBeUndefined()
})
