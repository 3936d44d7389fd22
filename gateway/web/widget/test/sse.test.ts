import { expect, test } from 'vitest'
import { EventReader, type ServerEvent } from '../src/panel/sse'

const STREAM = 'id: 7\nevent: snapshot\ndata: {"a":\ndata: 1}\n\n: beat\n\nevent: message\ndata: second\n\nid: 9\r\ndata: third\r\n\r\n'
const EVENTS: ServerEvent[] = [
  { type: 'snapshot', id: '7', data: '{"a":\n1}' },
  { type: 'message', id: '7', data: 'second' },
  { type: 'message', id: '9', data: 'third' },
]

test('reads events, comments aside', () => {
  expect(new EventReader().read(STREAM)).toEqual(EVENTS)
})

test('reads the same however the stream is cut', () => {
  for (let size = 1; size < STREAM.length; size++) {
    const reader = new EventReader()
    const events = []
    for (let at = 0; at < STREAM.length; at += size) events.push(...reader.read(STREAM.slice(at, at + size)))
    expect(events, `cut every ${size}`).toEqual(EVENTS)
    expect(reader.id).toBe('9')
  }
})

test('an event that never ends is none', () => {
  expect(new EventReader().read('data: half')).toEqual([])
})

test('an event without data is none, but its id counts', () => {
  const reader = new EventReader()
  expect(reader.read('id: 3\n\n')).toEqual([])
  expect(reader.id).toBe('3')
})
