import { definitionOf, inRow, rowOf } from './paths'
import type { Queue } from './queue'
import type { ChatMessage, ConversationRecord, Flow, FlowField, QuickReply, Value } from './wire'

/** A value that was understood from a message, or set in the panel. */
export interface Fact {
  path: string
  definition: FlowField
  /** What the row is called, for a field of a row. */
  row: string | undefined
  value: Value
  actor: string | undefined
}

export type Line =
  | { kind: 'message'; message: ChatMessage; understood: Fact[]; pending: boolean }
  | { kind: 'panel'; key: string; facts: Fact[] }

/** The chat as it is shown: what was said, what was understood, and what was done in the panel meanwhile. */
export function transcript(flow: Flow, record: ConversationRecord, messages: ChatMessage[], queue: Queue): Line[] {
  const lines: Line[] = []
  const facts = factsOf(flow, record)
  let before = 0
  for (const message of messages) {
    const panel = facts.filter(({ rev, by }) => by === 'panel' && rev > before && rev < message.rev)
    if (panel.length > 0) lines.push(panelLine(panel))
    lines.push({
      kind: 'message',
      message,
      understood: message.role === 'user' ? understood(facts, messages, message) : [],
      pending: false,
    })
    before = Math.max(before, message.rev - 1)
  }
  const later = facts.filter(({ rev, by }) => by === 'panel' && rev > before)
  if (later.length > 0) lines.push(panelLine(later))
  return [...lines, ...pendingLines(messages, queue)]
}

interface DatedFact extends Fact {
  rev: number
  by: string | undefined
}

function factsOf(flow: Flow, record: ConversationRecord): DatedFact[] {
  return Object.entries(record.fields)
    .flatMap(([path, field]) => {
      const definition = definitionOf(flow, path)
      const told = field.state === 'filled' && field.value !== undefined && definition !== undefined
      if (!told || definition.generated || definition.type === 'image') return []
      return [{ path, definition, row: rowTitle(flow, record, path), value: field.value!, actor: field.actor, rev: field.rev, by: field.by }]
    })
    .sort((a, b) => a.rev - b.rev)
}

function rowTitle(flow: Flow, record: ConversationRecord, path: string): string | undefined {
  const row = rowOf(path)
  const group = flow.groups.find((candidate) => candidate.name === row?.group)
  if (row === undefined || group === undefined) return undefined
  const titlePath = inRow(group.titlePath, row.item)
  const title = record.fields[titlePath]?.value
  return titlePath === path || title === undefined ? undefined : String(title)
}

/** A chat value belongs to the first message at or after its revision. */
function understood(facts: DatedFact[], messages: ChatMessage[], message: ChatMessage): Fact[] {
  const said = messages.filter((other) => other.role === 'user' && other.rev < message.rev)
  const before = Math.max(0, ...said.map((other) => other.rev))
  return facts.filter(({ by, rev }) => by === 'chat' && rev > before && rev <= message.rev)
}

function panelLine(facts: DatedFact[]): Line {
  return { kind: 'panel', key: `panel-${facts.map(({ path, rev }) => `${path}@${rev}`).join()}`, facts }
}

function pendingLines(messages: ChatMessage[], queue: Queue): Line[] {
  return queue.flatMap((entry): Line[] => {
    if (entry.kind !== 'say' || messages.some((message) => message.id === entry.id)) return []
    const message: ChatMessage = { id: entry.id, role: 'user', text: entry.text, at: entry.at, rev: Number.MAX_SAFE_INTEGER }
    return [{ kind: 'message', message, understood: [], pending: true }]
  })
}

/** What can be tapped now: the buttons of the bot's latest message, while nobody has answered it. */
export function quickReplies(messages: ChatMessage[], queue: Queue): QuickReply[] {
  if (queue.some((entry) => entry.kind === 'say')) return []
  const latest = messages.findLast((message) => !message.undone)
  return latest?.role === 'bot' ? (latest.buttons ?? []) : []
}

/** Somebody said something and the answer is on its way. */
export function awaitingReply(messages: ChatMessage[], queue: Queue): boolean {
  return queue.some((entry) => entry.kind === 'say' && !messages.some((message) => message.id === entry.id))
}

/** The latest thing said that can still be taken back. */
export function undoable(messages: ChatMessage[]): ChatMessage | undefined {
  return messages.findLast((message) => message.role === 'user' && !message.undone)
}

/** The sentence a value was understood from. */
export function sourceOf(messages: ChatMessage[], rev: number): ChatMessage | undefined {
  return messages.find((message) => message.role === 'user' && message.rev >= rev)
}
