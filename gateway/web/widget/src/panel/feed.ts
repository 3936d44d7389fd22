import { EventReader, type ServerEvent } from './sse'
import { Refusal, type Server } from './server'
import type { Session } from './wire'

/** The server says something at least every 15 s; a longer silence is a dead connection. */
const SILENCE = 40_000
const HIDDEN = 30_000
const FIRST_WAIT = 500
const LONGEST_WAIT = 15_000

interface Listener {
  event(event: ServerEvent): void
  connected(state: 'online' | 'reconnecting' | 'offline'): void
  /** The session is no longer good. */
  refused(refusal: Refusal): void
}

/**
 * Follows a conversation for as long as the page is looked at: reconnects when the connection
 * breaks, falls silent or the device goes offline, and goes on where it stopped. A page that is
 * not looked at for a while follows nothing, so that a browser full of tabs holds one stream.
 */
export class Feed {
  readonly #server: Server
  readonly #listener: Listener
  #session: Session | undefined
  #reader = new EventReader()
  #abort: AbortController | undefined
  #wait = FIRST_WAIT
  #timer: ReturnType<typeof setTimeout> | undefined
  #hidden: ReturnType<typeof setTimeout> | undefined

  constructor(server: Server, listener: Listener) {
    this.#server = server
    this.#listener = listener
    addEventListener('online', () => this.#now())
    addEventListener('offline', () => this.#offline())
    document.addEventListener('visibilitychange', () => this.#visibility())
  }

  /** Follows the session's conversation from its beginning. */
  follow(session: Session) {
    this.#reader = new EventReader()
    this.renew(session)
  }

  /** Goes on with a new token. */
  renew(session: Session) {
    this.#session = session
    this.#stop()
    void this.#connect()
  }

  /** Asks for everything again: what came does not fit. */
  restart() {
    this.#reader = new EventReader()
    this.#now()
  }

  #now() {
    this.#wait = FIRST_WAIT
    this.#stop()
    if (!document.hidden) void this.#connect()
  }

  #stop() {
    clearTimeout(this.#timer)
    this.#abort?.abort()
    this.#abort = undefined
  }

  #offline() {
    this.#stop()
    this.#listener.connected('offline')
  }

  #visibility() {
    clearTimeout(this.#hidden)
    if (document.hidden) this.#hidden = setTimeout(() => this.#stop(), HIDDEN)
    else if (!this.#abort) this.#now()
  }

  async #connect() {
    const session = this.#session
    if (!session) return
    const abort = (this.#abort = new AbortController())
    try {
      const stream = await this.#server.feed(session, this.#reader.id, abort.signal)
      this.#listener.connected('online')
      this.#wait = FIRST_WAIT
      await this.#read(stream, abort)
    } catch (failure) {
      if (abort !== this.#abort) return
      if (failure instanceof Refusal && !failure.passes) {
        // At once the first time; a server that refuses every token is not asked all the time.
        this.#timer = setTimeout(() => this.#listener.refused(failure), this.#wait - FIRST_WAIT)
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT)
        return
      }
    }
    if (abort === this.#abort) this.#later()
  }

  async #read(stream: ReadableStream<Uint8Array>, abort: AbortController) {
    const pieces = stream.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
    let silence: ReturnType<typeof setTimeout> | undefined
    try {
      for (;;) {
        clearTimeout(silence)
        silence = setTimeout(() => void pieces.cancel(), SILENCE)
        const { done, value } = await pieces.read()
        if (done || abort !== this.#abort) return
        for (const event of this.#reader.read(value)) this.#listener.event(event)
      }
    } finally {
      clearTimeout(silence)
    }
  }

  #later() {
    this.#abort = undefined
    this.#listener.connected(navigator.onLine ? 'reconnecting' : 'offline')
    this.#timer = setTimeout(() => void this.#connect(), this.#wait * (0.75 + Math.random() / 2))
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT)
  }
}
