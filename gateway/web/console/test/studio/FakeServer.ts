import { Problem } from '@/api/problem'
import type { Edit, Server } from '@/studio/model/server'
import type { ChatMessage, ConversationRecord, EditResult, ItemResult, TurnResult } from '@/studio/model/wire'
import { garden } from './garden'

export const offline = () => new Problem({ status: 0, code: 'offline' })

/** A server in the same process: it keeps one conversation, takes every id once, and can be cut off. */
export class FakeServer implements Server {
  readonly said: { messageId: string; text: string }[] = []
  readonly edits: Edit[] = []
  readonly undone: string[] = []
  readonly rows: string[] = []
  readonly feeds: (string | undefined)[] = []
  cut = false
  /** The next request is taken, but its answer gets lost. */
  loseAnswer = false
  /** Codes that edits of a path are refused with. */
  refuse: Record<string, string> = {}
  refuseAll: Problem | undefined
  /** New rows are there at once, but the answer that names them comes only with this. */
  naming: Promise<void> = Promise.resolve()
  private readonly answers = new Map<string, unknown>()
  private readonly lines = new Set<ReadableStreamDefaultController<Uint8Array>>()

  constructor(
    public record: ConversationRecord,
    public messages: ChatMessage[] = [],
  ) {}

  async flow() {
    this.reach()
    return { ...garden, locale: this.record.locale }
  }

  async start() {
    this.reach()
    return { ...this.record, messages: this.messages }
  }

  async feed(_: string, lastEventId: string | undefined, signal: AbortSignal) {
    this.reach()
    this.feeds.push(lastEventId)
    return new ReadableStream<Uint8Array>({
      start: (line) => {
        this.lines.add(line)
        signal.addEventListener('abort', () => this.end(line))
        if (lastEventId === undefined) this.write(line, 'snapshot', { ...this.record, messages: this.messages })
        else if (Number(lastEventId) < this.record.rev) this.write(line, 'patch', [{ op: 'replace', path: '', value: this.record }])
      },
    })
  }

  edit(_: string, edits: Edit[]) {
    return this.once(edits.map((edit) => edit.mutationId).join(), () => ({ results: edits.map((edit) => this.result(edit)), rev: this.record.rev }))
  }

  say(_: string, message: { messageId: string; text: string }) {
    return this.once(message.messageId, () => {
      this.said.push(message)
      return this.turn()
    })
  }

  undo(_: string, messageId: string) {
    return this.once(`undo:${messageId}`, () => {
      this.undone.push(messageId)
      return this.turn()
    })
  }

  async addItem(_: string, { mutationId, index }: { group: string; mutationId: string; index: number }) {
    const answer = await this.once(mutationId, () => {
      this.rows.push(`add ${index}`)
      return this.item(mutationId, 'b9')
    })
    await this.naming
    return answer
  }

  removeItem(_: string, item: string, mutationId: string) {
    return this.once(mutationId, () => {
      this.rows.push(`remove ${item}`)
      return this.item(mutationId, item)
    })
  }

  moveItem(_: string, item: string, { mutationId, index }: { mutationId: string; index: number }) {
    return this.once(mutationId, () => {
      this.rows.push(`move ${item} to ${index}`)
      return this.item(mutationId, item)
    })
  }

  async summarise() {
    this.reach()
    return this.turn()
  }

  async complete() {
    this.reach()
    return this.turn()
  }

  async upload() {
    this.reach()
    return { url: '/picture.png', rev: ++this.record.rev }
  }

  /** Something happened: everybody who listens hears of it. */
  patch(operations: unknown[], rev = this.record.rev + 1) {
    this.record = { ...this.record, rev }
    this.tell('patch', [{ op: 'replace', path: '/rev', value: rev }, ...operations], rev)
  }

  tell(event: string, data: unknown, id?: number) {
    for (const line of this.lines) this.write(line, event, data, id)
  }

  /** Everybody is cut off, until `cut` is false again. */
  disconnect() {
    this.cut = true
    for (const line of [...this.lines]) this.end(line)
  }

  private result({ mutationId, path, value, baseRev }: Edit): EditResult {
    const code = this.refuse[path]
    if (code !== undefined) return { mutationId, path, outcome: 'rejected', code }
    this.edits.push({ mutationId, path, value, baseRev })
    this.record = { ...this.record, rev: this.record.rev + 1 }
    return { mutationId, path, outcome: 'applied', rev: this.record.rev }
  }

  private turn(): TurnResult {
    this.record = { ...this.record, rev: this.record.rev + 1 }
    return { rev: this.record.rev }
  }

  private item(mutationId: string, item: string): ItemResult {
    this.record = { ...this.record, rev: this.record.rev + 1 }
    return { mutationId, rev: this.record.rev, item, items: {} }
  }

  private async once<T>(id: string, take: () => T): Promise<T> {
    this.reach()
    if (this.refuseAll) throw this.refuseAll
    if (!this.answers.has(id)) this.answers.set(id, take())
    if (this.loseAnswer) {
      this.loseAnswer = false
      throw offline()
    }
    return this.answers.get(id) as T
  }

  private reach() {
    if (this.cut) throw offline()
  }

  private end(line: ReadableStreamDefaultController<Uint8Array>) {
    if (!this.lines.delete(line)) return
    line.close()
  }

  private write(line: ReadableStreamDefaultController<Uint8Array>, event: string, data: unknown, id = this.record.rev) {
    const head = event === 'message' ? '' : `id: ${id}\n`
    line.enqueue(new TextEncoder().encode(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
  }
}
