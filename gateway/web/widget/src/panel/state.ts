import type { Message, Outgoing, Turn, View } from './wire'
import { patched, type Step } from './patch'

/** Everything the panel shows. */
export interface State {
  view?: View
  /** What was said, in order; a message is there once, however often it came. */
  messages: Message[]
  /** What the visitor said and the server has not confirmed. */
  waiting: Outgoing[]
  connection: 'connecting' | 'online' | 'reconnecting' | 'offline'
  /** Whether the history is there: only what comes after it is read out. */
  live: boolean
  /** Whether a reply is being made. */
  typing: boolean
  notice?: 'saved' | 'person'
  problem?: 'refused' | 'closed'
}

export const BEGINNING: State = { messages: [], waiting: [], connection: 'connecting', live: false, typing: false }

const order = (message: Message) => [message.rev ?? Infinity, message.role === 'user' ? 0 : 1] as const

/** The messages with these, in the order they were said. What is known is brought up to date. */
export function merged(known: Message[], more: Message[]): Message[] {
  const all = new Map(known.map((message) => [message.id, message]))
  for (const message of more) all.set(message.id, { ...all.get(message.id), ...message })
  return [...all.values()].sort((one, other) => {
    const [rev, who] = order(one)
    const [otherRev, otherWho] = order(other)
    return rev === otherRev ? who - otherWho : rev - otherRev
  })
}

const confirmed = (waiting: Outgoing[], messages: Message[]) =>
  waiting.filter((outgoing) => !messages.some((message) => message.id === outgoing.messageId))

function noticed(before: string | undefined, after: string): Pick<State, 'notice'> {
  if (!before || before === after) return {}
  if (after === 'human') return { notice: 'person' }
  return before === 'lead' && after === 'sales' ? { notice: 'saved' } : {}
}

/** The whole conversation as it is now. */
export function snapshot(state: State, view: View): State {
  const known = !state.view || state.view.id === view.id ? state.messages : []
  const messages = merged(known, view.messages ?? [])
  return { ...state, view, messages, waiting: confirmed(state.waiting, messages) }
}

export function received(state: State, message: Message): State {
  const messages = merged(state.messages, [message])
  const { notice: _, ...rest } = state
  return { ...(message.role === 'user' ? rest : state), messages, waiting: confirmed(state.waiting, messages) }
}

/** What changed besides the messages. */
export function changed(state: State, steps: Step[]): State {
  if (!state.view) return state
  const { messages, ...view } = state.view
  const after = patched(view, steps)
  return { ...state, view: { ...after, ...(messages && { messages }) }, ...noticed(state.view.mode, after.mode) }
}

/** The visitor's message was taken, and this is what came of it. */
export function answered(state: State, outgoing: Outgoing, label: string, turn: Turn): State {
  const said: Message = { id: outgoing.messageId, role: 'user', text: label, rev: turn.rev }
  const replies = turn.replies.map((reply): Message => ({ ...reply, role: 'bot', rev: turn.rev }))
  const messages = merged(state.messages, [said, ...replies])
  const view = state.view && { ...state.view, mode: turn.mode, status: turn.status, asked: turn.asked }
  const { notice: _, ...rest } = state
  return {
    ...rest,
    ...(view && { view }),
    messages,
    waiting: confirmed(state.waiting, messages),
    ...noticed(state.view?.mode, turn.mode),
  }
}

/** Whether an e-mail address is being asked for, so that the visitor is told what becomes of it. */
export const asksForEmail = (state: State) =>
  (state.view?.asked ?? []).some((path) => /(^|[._])e_?mail$/i.test(path))

/** What can be tapped: what the last reply offers, as long as nothing was said after it. */
export function choices(state: State) {
  const last = state.messages.at(-1)
  return state.waiting.length === 0 && last && last.role !== 'user' ? (last.buttons ?? []) : []
}
