import { Problem } from '@/api/problem'
import { EventStreamReader, type StreamEvent } from './eventStream'
import { passes, type Server } from './server'

const FIRST_WAIT = 500
const LONGEST_WAIT = 15_000
/** The server sends a heartbeat every 15 s; after three missed ones the line is taken for dead. */
const SILENCE = 50_000

export interface FeedListener {
  /** False when the event did not fit what is known: the feed begins anew, with a snapshot. */
  event(event: StreamEvent): boolean
  link(state: 'live' | 'lost'): void
  /** The server will not serve this feed. */
  refused(reason: Problem): void
}

/** Follows a conversation for as long as it is open, and goes on where it was after every interruption. */
export class Feed {
  private readonly ended = new AbortController()
  private line = new AbortController()
  private lastEventId: string | undefined
  private wait = FIRST_WAIT
  private hurry = () => {}

  constructor(
    private readonly server: Pick<Server, 'feed'>,
    private readonly conversation: string,
    private readonly listener: FeedListener,
  ) {}

  start() {
    void this.follow()
  }

  close() {
    this.ended.abort()
    this.line.abort()
    this.hurry()
  }

  /** The network is back: no more waiting. */
  retryNow() {
    this.wait = FIRST_WAIT
    this.hurry()
  }

  /** The network is gone, whatever the connection says. */
  interrupt() {
    this.line.abort()
  }

  /** What came last did not fit: the next thing is a snapshot. */
  beginAnew() {
    this.lastEventId = undefined
    this.line.abort()
  }

  private async follow() {
    while (!this.ended.signal.aborted) {
      try {
        await this.listen()
      } catch (failure) {
        if (failure instanceof Problem && !passes(failure)) {
          this.listener.refused(failure)
          return
        }
      }
      if (this.ended.signal.aborted) return
      this.listener.link('lost')
      await this.pause()
    }
  }

  private async listen() {
    this.line = new AbortController()
    const body = await this.server.feed(this.conversation, this.lastEventId, this.line.signal)
    const pieces = body.getReader()
    const decoder = new TextDecoder()
    const events = new EventStreamReader()
    const abort = () => void pieces.cancel().catch(() => {})
    this.line.signal.addEventListener('abort', abort)
    this.listener.link('live')
    this.wait = FIRST_WAIT
    for (;;) {
      const dead = setTimeout(() => this.line.abort(), SILENCE)
      const { done, value } = await pieces.read().finally(() => clearTimeout(dead))
      if (done || this.line.signal.aborted) return
      for (const event of events.read(decoder.decode(value, { stream: true }))) {
        if (!this.take(event)) return
      }
    }
  }

  private take(event: StreamEvent): boolean {
    const fits = this.listener.event(event)
    if (fits) this.lastEventId = event.id || this.lastEventId
    else this.beginAnew()
    return fits
  }

  private async pause() {
    const wait = this.wait * (0.75 + Math.random() / 2)
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait)
      this.hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.hurry = () => {}
  }
}
