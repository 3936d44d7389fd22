import type { Action, Value } from './wire'

/** Something a person did that the server has not confirmed yet. Its id makes sending it twice harmless. */
export type Operation =
  | { kind: 'edit'; id: string; path: string; value: Value | null; baseRev: number }
  | { kind: 'say'; id: string; text: string; action?: Action; at: string }
  | { kind: 'undo'; id: string; messageId: string }
  | { kind: 'add'; id: string; group: string; index: number; item?: string }
  | { kind: 'remove'; id: string; group: string; item: string }
  | { kind: 'move'; id: string; group: string; item: string; index: number }

/**
 * @param state `waiting` to be sent, `sending`, or `settled`: the server has it, and it is shown until
 *   the feed has caught up with revision `rev`
 */
export type Entry = Operation & { state: 'waiting' | 'sending' | 'settled'; rev?: number }

export type Queue = readonly Entry[]

/** A row that the server has not named yet goes by this name. */
export function provisionalItem(addId: string): string {
  return `new-${addId}`
}

/** What an added row is called by now. */
export function itemOf({ id, item }: { id: string; item?: string }): string {
  return item ?? provisionalItem(id)
}

/** Puts an operation at the end. An edit takes the place of one of the same field that was not sent yet. */
export function enqueue(queue: Queue, operation: Operation): Queue {
  if (operation.kind !== 'edit') return [...queue, { ...operation, state: 'waiting' }]
  const earlier = queue.find((entry) => entry.kind === 'edit' && entry.path === operation.path && entry.state === 'waiting')
  const baseRev = earlier?.kind === 'edit' ? Math.min(earlier.baseRev, operation.baseRev) : operation.baseRev
  return [...queue.filter((entry) => entry !== earlier), { ...operation, baseRev, state: 'waiting' }]
}

const LARGEST_BATCH = 50

/** What goes out next, in order: one operation, or a run of edits. */
export function nextBatch(queue: Queue): Entry[] {
  const waiting = queue.filter((entry) => entry.state === 'waiting')
  const [first] = waiting
  if (first === undefined) return []
  if (first.kind !== 'edit') return [first]
  const end = waiting.findIndex((entry) => entry.kind !== 'edit')
  return waiting.slice(0, Math.min(end < 0 ? waiting.length : end, LARGEST_BATCH))
}

export function mark(queue: Queue, ids: readonly string[], state: 'waiting' | 'sending'): Queue {
  return queue.map((entry) => (ids.includes(entry.id) ? { ...entry, state } : entry))
}

/** The server has it, as of a revision. */
export function settle(queue: Queue, id: string, rev: number): Queue {
  return queue.map((entry) => (entry.id === id ? { ...entry, state: 'settled', rev } : entry))
}

/** The server will not have it. */
export function drop(queue: Queue, id: string): Queue {
  return queue.filter((entry) => entry.id !== id)
}

/** Lets go of what the feed shows by now. */
export function caughtUp(queue: Queue, rev: number): Queue {
  const rest = queue.filter((entry) => entry.state !== 'settled' || (entry.rev ?? 0) > rev)
  return rest.length === queue.length ? queue : rest
}

/** An added row has its name now: everything said about it under the provisional one follows. */
export function renameItem(queue: Queue, from: string, to: string): Queue {
  return queue.map((entry) => {
    if (entry.kind === 'edit') return { ...entry, path: entry.path.replace(`[${from}]`, `[${to}]`) }
    if ((entry.kind === 'remove' || entry.kind === 'move') && entry.item === from) return { ...entry, item: to }
    if (entry.kind === 'add' && provisionalItem(entry.id) === from) return { ...entry, item: to }
    return entry
  })
}

/** Whatever was not confirmed is sent again; with the same ids, so nothing happens twice. */
export function restored(entries: unknown): Queue {
  if (!Array.isArray(entries)) return []
  return entries
    .filter((entry): entry is Entry => typeof entry?.id === 'string' && typeof entry.kind === 'string')
    .map((entry) => (entry.state === 'settled' ? entry : { ...entry, state: 'waiting' }))
}

export function unsent(queue: Queue): boolean {
  return queue.some((entry) => entry.state !== 'settled')
}

/** Whether the server is about to name a row. */
export function naming(queue: Queue): boolean {
  return queue.some((entry) => entry.kind === 'add' && entry.state === 'sending')
}
