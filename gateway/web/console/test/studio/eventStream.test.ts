import { describe, expect, it } from 'vitest'
import { EventStreamReader } from '@/studio/model/eventStream'

const stream = 'id:4\nevent:snapshot\ndata:{"a":1}\n\n: a comment\n\nevent: message\ndata: one\ndata: two\n\n'

describe('a stream of events', () => {
  it('is read into events', () => {
    expect(new EventStreamReader().read(stream)).toEqual([
      { event: 'snapshot', data: '{"a":1}', id: '4' },
      { event: 'message', data: 'one\ntwo', id: '4' },
    ])
  })

  it('is read alike whatever pieces it comes in', () => {
    const whole = new EventStreamReader().read(stream)
    for (let size = 1; size < stream.length; size++) {
      const reader = new EventStreamReader()
      const events = []
      for (let at = 0; at < stream.length; at += size) {
        events.push(...reader.read(stream.slice(at, at + size)))
      }
      expect(events).toEqual(whole)
    }
  })

  it('takes every kind of line break', () => {
    const reader = new EventStreamReader()
    const texts = (piece: string) => reader.read(piece).map((event) => event.data)
    expect(texts('data: a\r')).toEqual([])
    expect(texts('\n\r\ndata: b\r\r')).toEqual(['a'])
    expect(texts('x')).toEqual(['b'])
  })

  it('keeps an event to itself until it is complete', () => {
    const reader = new EventStreamReader()
    expect(reader.read('data: a\n')).toEqual([])
    expect(reader.read('\n')).toHaveLength(1)
  })
})
