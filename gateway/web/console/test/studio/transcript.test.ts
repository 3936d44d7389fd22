import { describe, expect, it } from 'vitest'
import { filled, garden, gardenRecord, gardenWithBeds } from './garden'
import { enqueue } from '@/studio/model/queue'
import { awaitingReply, quickReplies, sourceOf, transcript, undoable, type Line } from '@/studio/model/transcript'
import type { ChatMessage } from '@/studio/model/wire'

const message = (id: string, role: 'user' | 'bot', rev: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  role,
  text: id,
  at: '2026-11-21T08:00:00Z',
  rev,
  ...more,
})
const buttons = [{ label: 'Yes', action: { type: 'answer', path: 'ready', value: true } }]
const messages = [
  message('hello', 'bot', 1, { buttons }),
  message('m1', 'user', 4),
  message('r4', 'bot', 4, { buttons }),
  message('m2', 'user', 8),
  message('r8', 'bot', 8),
]
const told = (lines: Line[]) =>
  lines.map((line) =>
    line.kind === 'panel'
      ? `panel: ${line.facts.map((fact) => fact.path).join()}`
      : [line.message.id, ...line.understood.map((fact) => fact.path)].join(' '),
  )

describe('the transcript', () => {
  it('says below each message what was understood from it', () => {
    const record = gardenRecord({ fields: { owner: filled('Ada', 2), kind: filled('roof', 3), 'place.size': filled('3', 6) } })
    expect(told(transcript(garden, record, messages, []))).toEqual(['hello', 'm1 owner kind', 'r4', 'm2 place.size', 'r8'])
  })

  it('tells of what was done in the panel, where it happened', () => {
    const panel = { by: 'panel' as const }
    const record = gardenRecord({ fields: { owner: filled('Ada', 2), kind: filled('yard', 5, panel), 'place.story': filled('Old', 9, panel) } })
    expect(told(transcript(garden, record, messages, []))).toEqual(['hello', 'm1 owner', 'r4', 'panel: kind', 'm2', 'r8', 'panel: place.story'])
  })

  it('names the row a value belongs to', () => {
    const record = gardenWithBeds({ fields: { 'beds[b1].care': filled('Water', 7) } })
    const facts = transcript(garden, record, messages, []).flatMap((line) => (line.kind === 'message' ? line.understood : []))
    expect(facts.find((fact) => fact.path === 'beds[b1].care')?.row).toBe('Roses')
  })

  it('shows what is being sent at the end, once', () => {
    const queue = enqueue([], { kind: 'say', id: 'm3', text: 'hi', at: '' })
    expect(told(transcript(garden, gardenRecord(), messages, queue)).at(-1)).toBe('m3')
    expect(told(transcript(garden, gardenRecord(), [...messages, message('m3', 'user', 9)], queue)).filter((id) => id === 'm3')).toHaveLength(1)
  })
})

describe('the chat', () => {
  it('offers the buttons of the latest message until something is said', () => {
    expect(quickReplies(messages.slice(0, 1), [])).toEqual(buttons)
    expect(quickReplies(messages.slice(0, 2), [])).toEqual([])
    expect(quickReplies(messages.slice(0, 1), enqueue([], { kind: 'say', id: 'm', text: '', at: '' }))).toEqual([])
  })

  it('waits for the answer to what is being sent', () => {
    const queue = enqueue([], { kind: 'say', id: 'm2', text: '', at: '' })
    expect(awaitingReply(messages.slice(0, 3), queue)).toBe(true)
    expect(awaitingReply(messages, queue)).toBe(false)
  })

  it('takes back the latest message that stands', () => {
    expect(undoable(messages)?.id).toBe('m2')
    expect(undoable(messages.with(3, message('m2', 'user', 8, { undone: true })))?.id).toBe('m1')
  })

  it('finds the sentence a value came from', () => {
    expect(sourceOf(messages, 3)?.id).toBe('m1')
    expect(sourceOf(messages, 6)?.id).toBe('m2')
  })
})
