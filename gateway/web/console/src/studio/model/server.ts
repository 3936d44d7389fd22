import { call } from '@/api/client'
import { Problem, problemOf } from '@/api/problem'
import type { Action, Conversation, EditResult, Flow, ItemResult, TurnResult, Value } from './wire'

export interface Edit {
  mutationId: string
  path: string
  value: Value | null
  baseRev: number
}

/** What the Studio asks of the server. Whatever goes wrong is a {@link Problem}. */
export interface Server {
  flow(name: string, locale: string): Promise<Flow>
  start(flow: string, locale: string, context: Record<string, unknown>): Promise<Conversation>
  feed(conversation: string, lastEventId: string | undefined, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>
  edit(conversation: string, edits: Edit[]): Promise<{ rev: number; results: EditResult[] }>
  say(conversation: string, message: { messageId: string; text: string; action?: Action }): Promise<TurnResult>
  undo(conversation: string, messageId: string): Promise<TurnResult>
  addItem(conversation: string, item: { group: string; mutationId: string; index: number }): Promise<ItemResult>
  removeItem(conversation: string, item: string, mutationId: string): Promise<ItemResult>
  moveItem(conversation: string, item: string, move: { mutationId: string; index: number }): Promise<ItemResult>
  summarise(conversation: string, focus: string[]): Promise<TurnResult>
  complete(conversation: string): Promise<TurnResult>
  upload(conversation: string, image: Blob): Promise<{ url: string; rev: number }>
}

/** Whether the same request may go well a little later: nobody there, too much at once, a restart. */
export function passes(problem: Problem): boolean {
  return problem.isOffline || problem.status === 408 || problem.status === 429 || problem.status >= 500
}

const CONVERSATIONS = '/api/v1/conversations'

export function conversationPath(conversation: string, rest = ''): string {
  return `${CONVERSATIONS}/${encodeURIComponent(conversation)}${rest}`
}

const at = conversationPath

/** The server behind the gateway, signed in by the session's cookie. */
export const gateway: Server = {
  flow: (name, locale) => call('GET', `/api/v1/flows/${encodeURIComponent(name)}`, { query: { locale } }),
  start: (flow, locale, context) => call('POST', CONVERSATIONS, { body: { flow, locale, context } }),
  feed: (conversation, lastEventId, signal) => openFeed(at(conversation, '/feed'), lastEventId, signal),
  edit: (conversation, edits) => call('PATCH', at(conversation, '/fields'), { body: { edits } }),
  say: (conversation, message) => call('POST', at(conversation, '/messages'), { body: message }),
  undo: (conversation, messageId) => call('POST', at(conversation, '/undo'), { body: { messageId } }),
  addItem: (conversation, item) => call('POST', at(conversation, '/items'), { body: item }),
  removeItem: (conversation, item, mutationId) =>
    call('DELETE', at(conversation, `/items/${encodeURIComponent(item)}`), { query: { mutationId } }),
  moveItem: (conversation, item, move) =>
    call('POST', at(conversation, `/items/${encodeURIComponent(item)}/move`), { body: move }),
  summarise: (conversation, focus) => call('POST', at(conversation, '/summary'), { body: { focus } }),
  complete: (conversation) => call('POST', at(conversation, '/complete')),
  upload: (conversation, image) => {
    const body = new FormData()
    body.append('image', image)
    return call('POST', at(conversation, '/image'), { body })
  },
}

/** Begins to read a feed, after the last event that was seen of it. */
export async function openFeed(path: string, lastEventId: string | undefined, signal: AbortSignal) {
  const headers: Record<string, string> = { Accept: 'text/event-stream' }
  if (lastEventId !== undefined) headers['Last-Event-ID'] = lastEventId
  let response
  try {
    response = await fetch(path, { credentials: 'same-origin', headers, signal })
  } catch {
    throw new Problem({ status: 0, code: 'offline', detail: 'The server could not be reached.' })
  }
  if (!response.ok) throw await problemOf(response)
  if (response.body === null) throw new Problem({ status: 0, code: 'offline' })
  return response.body
}
