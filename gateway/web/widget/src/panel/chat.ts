import { Feed } from './feed'
import { newId, Outbox } from './outbox'
import { Refusal, type Entering, Server } from './server'
import type { ServerEvent } from './sse'
import { answered, BEGINNING, changed, received, snapshot, type State } from './state'
import { Storage } from './storage'
import type { Step } from './patch'
import type { Action, Claim, Message, Outgoing, Session, View } from './wire'

const TOKEN = 'token'
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

interface Settings {
  base: string
  key: string
  locale?: string
  identity?: Claim | undefined
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    addEventListener('online', () => (clearTimeout(timer), resolve()), { once: true })
  })

function page(): Entering['page'] {
  const utm: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name.startsWith('utm_')) utm[name.slice(4)] = value
  }
  return { url: location.href, title: document.title, referrer: document.referrer, utm }
}

/** The conversation of this page's visitor: what it is, and everything that can be done in it. */
export class Chat {
  state: State
  /** Called after every change. */
  changed: () => void = () => {}
  /** Called when something new was said to the visitor. */
  arrived: (message: Message) => void = () => {}

  readonly #settings: Settings
  readonly #server: Server
  readonly #storage: Storage
  readonly #outbox: Outbox
  readonly #feed: Feed
  #session: Promise<Session> | undefined
  #sending = false

  constructor(settings: Settings) {
    this.#settings = settings
    this.#server = new Server(settings.base)
    this.#storage = new Storage(settings.key)
    this.#outbox = new Outbox(this.#storage)
    this.#feed = new Feed(this.#server, {
      event: (event) => this.#event(event),
      connected: (connection) => this.#set({ ...this.state, connection }),
      refused: (refusal) => void this.#renew(refusal),
    })
    this.state = { ...BEGINNING, waiting: this.#outbox.all() }
  }

  /** Enters the conversation and follows it. May be called again. */
  begin() {
    if (this.#session) return
    void this.#enter().then((session) => {
      this.#feed.follow(session)
      void this.#send()
    }, () => {})
  }

  /** Says something; it is sent as soon as it can be. */
  say(text: string, action?: Action) {
    const outgoing: Outgoing = { messageId: newId(), text, ...(action && { action }) }
    this.#outbox.add(outgoing)
    const { problem: _, ...rest } = this.state
    this.#set({ ...rest, waiting: [...this.state.waiting, outgoing] })
    this.begin()
    void this.#send()
  }

  /** From now on, what comes is new to the visitor. */
  live() {
    this.#set({ ...this.state, live: true })
  }

  #set(state: State) {
    const known = new Set(this.state.messages.map((message) => message.id))
    const live = this.state.live
    this.state = state
    this.changed()
    if (!live) return
    for (const message of state.messages) {
      if (message.role !== 'user' && !known.has(message.id)) this.arrived(message)
    }
  }

  /** Until it works; two tabs at once must not become two visitors. */
  #enter(): Promise<Session> {
    const entering = async () => {
      for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
        try {
          return await this.#alone(() => this.#enterOnce())
        } catch (failure) {
          if (!(failure instanceof Refusal) || !failure.passes) {
            this.#session = undefined
            this.#set({ ...this.state, problem: 'closed' })
            throw failure
          }
          this.#set({ ...this.state, connection: navigator.onLine ? 'reconnecting' : 'offline' })
          await pause((failure.retryAfter ?? 0) * 1000 || wait)
        }
      }
    }
    return (this.#session = entering())
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    // Only pages that are served securely have locks.
    return navigator.locks
      ? await navigator.locks.request(`rapport:${this.#settings.key}`, work)
      : await work()
  }

  async #enterOnce(): Promise<Session> {
    const { key, locale, identity } = this.#settings
    const visitorToken = this.#storage.get<string>(TOKEN)
    const session = await this.#server.enter({
      widgetKey: key,
      page: page(),
      ...(visitorToken && { visitorToken }),
      ...(locale && { locale }),
      ...(identity && { identity }),
    })
    this.#storage.set(TOKEN, session.visitorToken)
    return session
  }

  /** The token has run out, or the conversation is gone. */
  async #renew(refusal: Refusal): Promise<boolean> {
    if (refusal.status !== 401 && refusal.status !== 404) {
      this.#set({ ...this.state, problem: 'closed' })
      return false
    }
    const before = await this.#session
    const session = await this.#enter()
    if (session.conversationId === before?.conversationId) this.#feed.renew(session)
    else this.#feed.follow(session)
    return true
  }

  /** One message after the other, in their order, until none is left. */
  async #send() {
    if (this.#sending) return
    this.#sending = true
    try {
      for (let wait = FIRST_WAIT; this.#outbox.all().length > 0; ) {
        const outgoing = this.#outbox.all()[0]!
        const session = await this.#session!
        try {
          await this.#sendOne(session, outgoing)
          wait = FIRST_WAIT
        } catch (failure) {
          if (!(failure instanceof Refusal)) throw failure
          if (!(await this.#survives(failure, outgoing, wait))) return
          wait = Math.min(wait * 2, LONGEST_WAIT)
        }
      }
    } catch {
      // Entering has failed for good, and was shown.
    } finally {
      this.#sending = false
      if (this.state.typing) this.#set({ ...this.state, typing: false })
    }
  }

  async #sendOne(session: Session, outgoing: Outgoing) {
    this.#set({ ...this.state, typing: true })
    const turn = await this.#server.say(session, outgoing)
    this.#outbox.done(outgoing.messageId)
    const more = this.#outbox.all().length > 0
    this.#set({ ...answered(this.state, outgoing, outgoing.text ?? '', turn), typing: more })
  }

  /** Whether to go on sending after a refusal. */
  async #survives(refusal: Refusal, outgoing: Outgoing, wait: number): Promise<boolean> {
    this.#set({ ...this.state, typing: false })
    if (refusal.passes) {
      await pause((refusal.retryAfter ?? 0) * 1000 || wait)
      return true
    }
    if (refusal.status === 401 || refusal.status === 404) {
      if (wait > FIRST_WAIT) await pause(wait)
      return this.#renew(refusal)
    }
    this.#outbox.done(outgoing.messageId)
    const waiting = this.state.waiting.filter((other) => other.messageId !== outgoing.messageId)
    // Under an id that was used before, it was said before.
    this.#set({ ...this.state, waiting, ...(refusal.status !== 409 && { problem: 'refused' as const }) })
    return true
  }

  #event(event: ServerEvent) {
    const data: unknown = JSON.parse(event.data)
    try {
      if (event.type === 'snapshot') this.#set(snapshot(this.state, data as View))
      else if (event.type === 'message') this.#set(received(this.state, data as Message))
      else if (event.type === 'patch') this.#set(changed(this.state, data as Step[]))
    } catch {
      this.#feed.restart()
    }
  }
}
