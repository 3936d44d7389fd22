import { Problem } from '@/api/problem'
import { caughtUp, drop, enqueue, mark, nextBatch, provisionalItem, renameItem, settle, type Entry, type Operation, type Queue } from './queue'
import { passes, type Server } from './server'
import type { EditResult } from './wire'

const FIRST_WAIT = 1000
const LONGEST_WAIT = 20_000

export interface SenderListener {
  queue(queue: Queue): void
  reachable(reachable: boolean): void
  /** An edit was refused; the person's words are still in `entry`. */
  rejected(entry: Extract<Entry, { kind: 'edit' }>, result: EditResult): void
  refused(entry: Entry, reason: Problem): void
  /** A message asked to go on with another conversation. */
  next(conversation: string): void
}

/** Sends what is in the queue, one after the other, and keeps at it until the server has it all. */
export class Sender {
  private queue: Queue = []
  private busy = false
  private closed = false
  private wait = FIRST_WAIT
  private shown = -1
  private retry: ReturnType<typeof setTimeout> | undefined
  private readonly named = new Map<string, string>()
  /** The revision at which an own edit of a field was taken: later edits of it know of that one. */
  private readonly taken = new Map<string, number>()

  constructor(
    private readonly server: Server,
    private readonly conversation: string,
    private readonly listener: SenderListener,
  ) {}

  add(operation: Operation) {
    let queue = enqueue(this.queue, operation)
    for (const [item, provisional] of this.named) queue = renameItem(queue, provisional, item)
    this.replace(queue)
    void this.pump()
  }

  /** What a row was called before the server named it: it is still the same row to who looks at it. */
  firstNameOf(item: string): string {
    return this.named.get(item) ?? item
  }

  /** Takes up what an earlier visit left behind. */
  resume(queue: Queue) {
    this.replace([...queue, ...this.queue])
    void this.pump()
  }

  /** The feed has come to a revision: what it shows by now need not be kept. */
  seen(rev: number) {
    this.shown = rev
    const rest = caughtUp(this.queue, rev)
    if (rest !== this.queue) this.replace(rest)
  }

  retryNow() {
    clearTimeout(this.retry)
    this.wait = FIRST_WAIT
    void this.pump()
  }

  /** What is under way is still sent, but nothing is tried again. */
  close() {
    this.closed = true
    clearTimeout(this.retry)
  }

  private replace(queue: Queue) {
    this.queue = queue
    this.listener.queue(queue)
  }

  private async pump() {
    if (this.busy) return
    this.busy = true
    try {
      for (let batch = nextBatch(this.queue); batch.length > 0; batch = nextBatch(this.queue)) {
        if (!(await this.send(batch))) return
      }
    } finally {
      this.busy = false
    }
  }

  /** False when the server could not be reached: it is tried again later. */
  private async send(batch: Entry[]): Promise<boolean> {
    const ids = batch.map((entry) => entry.id)
    this.replace(mark(this.queue, ids, 'sending'))
    try {
      await this.deliver(batch)
      this.wait = FIRST_WAIT
      this.listener.reachable(true)
      return true
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      // Whoever signs in again goes on where they were.
      if (passes(failure) || failure.status === 401) this.later(ids)
      else this.giveUp(batch, failure)
      return !passes(failure) && failure.status !== 401
    }
  }

  private later(ids: string[]) {
    this.replace(mark(this.queue, ids, 'waiting'))
    this.listener.reachable(false)
    if (this.closed) return
    this.retry = setTimeout(() => void this.pump(), this.wait)
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT)
  }

  private giveUp(batch: Entry[], reason: Problem) {
    for (const entry of batch) {
      this.replace(drop(this.queue, entry.id))
      this.listener.refused(entry, reason)
    }
  }

  private async deliver(batch: Entry[]) {
    const [entry] = batch
    if (entry === undefined) return
    const { server, conversation } = this
    switch (entry.kind) {
      case 'edit':
        return this.edit(batch)
      case 'say': {
        const { id: messageId, text, action } = entry
        const turn = await server.say(conversation, { messageId, text, ...(action && { action }) })
        this.settled(entry, turn.rev)
        if (turn.next !== undefined) this.listener.next(turn.next)
        return
      }
      case 'undo':
        return this.settled(entry, (await server.undo(conversation, entry.messageId)).rev)
      case 'add': {
        const { group, id: mutationId, index } = entry
        const added = await server.addItem(conversation, { group, mutationId, index })
        if (added.item !== undefined) this.name(provisionalItem(entry.id), added.item)
        return this.settled(entry, added.rev)
      }
      case 'remove':
        return this.settled(entry, (await server.removeItem(conversation, entry.item, entry.id)).rev)
      case 'move': {
        const { id: mutationId, index } = entry
        return this.settled(entry, (await server.moveItem(conversation, entry.item, { mutationId, index })).rev)
      }
    }
  }

  private name(provisional: string, item: string) {
    this.named.set(item, provisional)
    this.replace(renameItem(this.queue, provisional, item))
  }

  private async edit(batch: Entry[]) {
    const edits = batch.filter((entry) => entry.kind === 'edit')
    const { rev, results } = await this.server.edit(
      this.conversation,
      edits.map(({ id, path, value, baseRev }) => ({ mutationId: id, path, value, baseRev: Math.max(baseRev, this.taken.get(path) ?? 0) })),
    )
    for (const result of results) {
      const entry = edits.find(({ id }) => id === result.mutationId)
      if (entry === undefined) continue
      if (result.outcome === 'rejected') {
        this.replace(drop(this.queue, entry.id))
        this.listener.rejected(entry, result)
        continue
      }
      if (result.outcome === 'applied' && result.rev !== undefined) this.taken.set(entry.path, result.rev)
      this.settled(entry, rev)
    }
  }

  private settled(entry: Entry, rev: number) {
    this.replace(caughtUp(settle(this.queue, entry.id, rev), this.shown))
  }
}
