import type { Claim, Outgoing, Session, Turn } from './wire'

/** What the server answered instead of what was asked for; status 0 when it did not answer. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** Seconds to wait before asking again, when the server says so. */
    readonly retryAfter?: number,
  ) {
    super(`${status} ${code}`)
  }

  /** Whether the same may work in a while. */
  get passes(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

export interface Entering {
  widgetKey: string
  visitorToken?: string
  locale?: string
  page: Record<string, unknown>
  identity?: Claim
}

/** The gateway, as the panel asks it. */
export class Server {
  readonly #base: string

  constructor(base: string) {
    this.#base = `${base}api/v1/`
  }

  enter(entering: Entering): Promise<Session> {
    return this.#post('widget/sessions', entering, undefined)
  }

  say(session: Session, outgoing: Outgoing): Promise<Turn> {
    return this.#post(`conversations/${session.conversationId}/messages`, outgoing, session.visitorToken)
  }

  /** The conversation's feed: a stream of server-sent events that goes on until it is aborted. */
  async feed(session: Session, lastId: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers: Record<string, string> = { ...authorized(session.visitorToken), accept: 'text/event-stream' }
    if (lastId) headers['last-event-id'] = lastId
    const answer = await this.#fetch(`conversations/${session.conversationId}/feed`, { headers, signal })
    return answer.body!
  }

  async #post<T>(path: string, body: unknown, token: string | undefined): Promise<T> {
    const headers = { 'content-type': 'application/json', ...authorized(token) }
    const answer = await this.#fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as T
  }

  async #fetch(path: string, request: RequestInit): Promise<Response> {
    let answer
    try {
      answer = await fetch(this.#base + path, { ...request, credentials: 'omit', cache: 'no-store' })
    } catch (failure) {
      if (request.signal?.aborted) throw failure
      throw new Refusal(0, 'unreachable')
    }
    if (answer.ok) return answer
    const problem = (await answer.json().catch(() => ({}))) as { code?: string }
    const wait = Number(answer.headers.get('retry-after'))
    throw new Refusal(answer.status, problem.code ?? 'unknown', wait > 0 ? wait : undefined)
  }
}

const authorized = (token: string | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {}
