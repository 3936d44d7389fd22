import type { Problem } from '@/api/problem'
import type { StreamEvent } from './eventStream'
import { Feed } from './feed'
import { applyPatch, PatchMismatch, type PatchOperation } from './jsonPatch'
import { overlay } from './overlay'
import { naming, provisionalItem, restored, unsent, type Entry, type Operation, type Queue } from './queue'
import { Sender } from './sender'
import type { Server } from './server'
import type { Action, ChatMessage, Conversation, ConversationRecord, Flow, Value } from './wire'

/** An edit the server would not take: the words stay with the person, the record keeps its own. */
export interface Rejection {
  value: Value | null
  code: string
}

export type SaveState = 'loading' | 'saved' | 'saving' | 'offline' | 'conflict'

export interface SessionState {
  flow: Flow | undefined
  /** As the server knows it. */
  record: ConversationRecord | undefined
  /** With what is on its way to the server: what the panel shows. */
  shown: ConversationRecord | undefined
  messages: ChatMessage[]
  queue: Queue
  rejections: Readonly<Record<string, Rejection>>
  online: boolean
  /** Why there is nothing to show. */
  refused: Problem | undefined
}

/** Things that happen once and are told to the person, then forgotten. */
export type Incident =
  | { kind: 'refused'; entry: Entry; reason: Problem }
  | { kind: 'next'; conversation: string }

export interface Surroundings {
  server: Server
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  newId(): string
  now(): Date
}

const KEPT = 'rapport.studio.'

/** One open conversation: what is known of it, and everything a person does with it. */
export class StudioSession {
  private state: SessionState = {
    flow: undefined,
    record: undefined,
    shown: undefined,
    messages: [],
    queue: [],
    rejections: {},
    online: true,
    refused: undefined,
  }
  private readonly listeners = new Set<() => void>()
  private readonly incidents = new Set<(incident: Incident) => void>()
  private readonly feed: Feed
  private readonly sender: Sender
  private readonly key: string
  private readonly left: Queue
  private flowLocale: string | undefined
  /** What came while the server is naming a row: only its answer says which of the rows is ours. */
  private readonly held: StreamEvent[] = []
  private link = { live: true, reachable: true }

  constructor(
    readonly id: string,
    private readonly at: Surroundings,
  ) {
    this.key = `${KEPT}${id}.${at.newId()}`
    this.left = this.takeOver()
    this.feed = new Feed(at.server, id, {
      event: (event) => this.received(event),
      link: (link) => this.linked({ live: link === 'live' }),
      refused: (refused) => this.change({ refused }),
    })
    this.sender = new Sender(at.server, id, {
      queue: (queue) => this.queued(queue),
      reachable: (reachable) => this.linked({ reachable }),
      rejected: (entry, { code = 'refused' }) =>
        this.change({ rejections: { ...this.state.rejections, [entry.path]: { value: entry.value, code } } }),
      refused: (entry, reason) => this.tell({ kind: 'refused', entry, reason }),
      next: (conversation) => this.tell({ kind: 'next', conversation }),
    })
  }

  open() {
    this.feed.start()
    if (this.left.length > 0) this.sender.resume(this.left)
  }

  close() {
    this.feed.close()
    this.sender.close()
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly snapshot = () => this.state

  onIncident(listener: (incident: Incident) => void) {
    this.incidents.add(listener)
    return () => void this.incidents.delete(listener)
  }

  networkIsBack() {
    this.feed.retryNow()
    this.sender.retryNow()
  }

  networkIsGone() {
    this.linked({ live: false })
    this.feed.interrupt()
  }

  /**
   * @param value null empties the field
   * @param baseRev the revision that was shown when the person began to edit
   */
  edit(path: string, value: Value | null, baseRev = this.state.record?.rev ?? 0) {
    this.forgive(path)
    this.do({ kind: 'edit', id: this.at.newId(), path, value, baseRev })
  }

  /** Lets go of an edit that was rejected. */
  forgive(path: string) {
    const { [path]: rejection, ...rejections } = this.state.rejections
    if (rejection !== undefined) this.change({ rejections })
  }

  say(text: string, action?: Action) {
    const at = this.at.now().toISOString()
    this.do({ kind: 'say', id: this.at.newId(), text, at, ...(action && { action }) })
  }

  undo(messageId: string) {
    this.do({ kind: 'undo', id: this.at.newId(), messageId })
  }

  /** Answers what the row is called from now on; see {@link rowKey}. */
  addRow(group: string, index: number): string {
    const id = this.at.newId()
    this.do({ kind: 'add', id, group, index })
    return provisionalItem(id)
  }

  /** The same for a row before and after the server has named it. */
  rowKey(item: string): string {
    return this.sender.firstNameOf(item)
  }

  removeRow(group: string, item: string) {
    this.do({ kind: 'remove', id: this.at.newId(), group, item })
  }

  moveRow(group: string, item: string, index: number) {
    this.do({ kind: 'move', id: this.at.newId(), group, item, index })
  }

  /** Puts a picture where the flow keeps its image. */
  async upload(image: Blob) {
    await this.at.server.upload(this.id, image)
  }

  /** Drafts the summary anew, of everything done so far. */
  async draftSummary(focus: string[]) {
    await this.saved()
    await this.at.server.summarise(this.id, focus)
  }

  /** Finishes. Fails with `required-fields-missing` and the paths that are. */
  async complete() {
    await this.at.server.complete(this.id)
  }

  /** Resolves when everything is with the server; never while it cannot be reached. */
  async saved(): Promise<void> {
    if (!unsent(this.state.queue)) return
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        if (unsent(this.state.queue)) return
        stop()
        resolve()
      })
    })
  }

  private do(operation: Operation) {
    this.sender.add(operation)
  }

  private received(event: StreamEvent): boolean {
    if (this.held.length === 0 && !naming(this.state.queue)) return this.taken(event)
    this.held.push(event)
    return true
  }

  private takeHeld() {
    while (this.held.length > 0 && !naming(this.state.queue)) {
      if (this.taken(this.held.shift()!)) continue
      this.held.length = 0
      this.feed.beginAnew()
    }
  }

  private taken({ event, data }: StreamEvent): boolean {
    try {
      if (event === 'snapshot') this.replaced(JSON.parse(data))
      else if (event === 'message') this.said(JSON.parse(data))
      else if (event === 'patch') return this.patched(JSON.parse(data))
      return true
    } catch (failure) {
      if (failure instanceof PatchMismatch || failure instanceof SyntaxError) return false
      throw failure
    }
  }

  private replaced({ messages, ...record }: Conversation) {
    this.change({ record, messages })
    this.moved()
  }

  private said(message: ChatMessage) {
    const known = this.state.messages.findIndex(({ id }) => id === message.id)
    const messages = known < 0 ? [...this.state.messages, message] : this.state.messages.with(known, message)
    this.change({ messages })
  }

  private patched(patch: PatchOperation[]): boolean {
    if (this.state.record === undefined) return false
    this.change({ record: applyPatch(this.state.record, patch) })
    this.moved()
    return true
  }

  private moved() {
    const { record } = this.state
    if (record === undefined) return
    this.sender.seen(record.rev)
    const locale = `${record.flow}/${record.locale}`
    if (locale !== this.flowLocale) {
      this.flowLocale = locale
      void this.loadFlow(record, locale)
    }
  }

  private async loadFlow({ flow: name, locale }: ConversationRecord, wanted: string) {
    try {
      const flow = await this.at.server.flow(name, locale)
      if (this.flowLocale === wanted) this.change({ flow })
    } catch {
      // Without its definition there is no panel; the next snapshot or patch asks again.
      if (this.flowLocale === wanted) this.flowLocale = undefined
      this.feed.interrupt()
    }
  }

  private queued(queue: Queue) {
    this.keep(queue)
    this.change({ queue })
    this.takeHeld()
  }

  private change(part: Partial<SessionState>) {
    const state = { ...this.state, ...part }
    const { flow, record, queue } = state
    if (part.record || part.queue || part.flow) {
      state.shown = flow && record ? overlay(flow, record, queue) : undefined
    }
    this.state = state
    for (const listener of [...this.listeners]) listener()
  }

  /** Both ways have to work: the feed, and what is sent. */
  private linked(part: Partial<typeof this.link>) {
    this.link = { ...this.link, ...part }
    const online = this.link.live && this.link.reachable
    if (part.reachable && !this.link.live) this.feed.retryNow()
    if (online !== this.state.online) this.change({ online })
  }

  private tell(incident: Incident) {
    for (const listener of this.incidents) listener(incident)
  }

  /** What is not with the server yet outlives the tab. */
  private keep(queue: Queue) {
    const waiting = queue.filter((entry) => entry.state !== 'settled')
    if (waiting.length === 0) this.at.storage.removeItem(this.key)
    else this.at.storage.setItem(this.key, JSON.stringify(waiting))
  }

  /** Should another tab be sending the same still: their ids are the same, so the server takes them once. */
  private takeOver(): Queue {
    const { storage } = this.at
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    const mine = keys.filter((key) => key.startsWith(`${KEPT}${this.id}.`))
    const queues = mine.map((key) => {
      try {
        return restored(JSON.parse(storage.getItem(key) ?? '[]'))
      } catch {
        return []
      }
    })
    for (const key of mine) storage.removeItem(key)
    return queues.flat()
  }
}

export function saveState(state: SessionState): SaveState {
  if (state.record === undefined) return state.online ? 'loading' : 'offline'
  if (!state.online) return 'offline'
  if (unsent(state.queue)) return 'saving'
  return Object.values(state.record.fields).some((field) => field.conflict && field.state !== 'hidden') ? 'conflict' : 'saved'
}
