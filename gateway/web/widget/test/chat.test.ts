import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Chat } from '../src/panel/chat'
import type { Message, Outgoing, View } from '../src/panel/wire'

/** A gateway with one visitor's conversation, which can refuse, be away, and send events. */
class Gateway {
  static #count = 0
  readonly base = `https://rapport${Gateway.#count++}.example/`
  said: Outgoing[] = []
  entered: { visitorToken?: string; page: { url: string } }[] = []
  feeds: { lastId: string; send: (text: string) => void; end: () => void }[] = []
  away = false
  /** The token that is good at the moment. */
  token = 't1'
  refuse: { status: number; code: string } | undefined
  #messages: Message[] = [{ id: 'r0', role: 'bot', text: 'Hello', rev: 1 }]
  #rev = 1

  readonly fetch = async (input: string, request: RequestInit): Promise<Response> => {
    // Chats of earlier tests go on trying, at their own gateways.
    if (this.away || !input.startsWith(this.base)) throw new TypeError('unreachable')
    const headers = new Headers(request.headers)
    const path = new URL(input).pathname
    const body = request.body ? (JSON.parse(request.body as string) as unknown) : undefined
    if (path.endsWith('/widget/sessions')) {
      this.entered.push(body as Gateway['entered'][number])
      return json({ visitorToken: this.token, conversationId: 'c1', rev: this.#rev })
    }
    if (headers.get('authorization') !== `Bearer ${this.token}`) return json({ code: 'unauthenticated' }, 401)
    return path.endsWith('/feed') ? this.#feed(headers) : this.#say(body as Outgoing)
  }

  #say(outgoing: Outgoing): Response {
    if (this.refuse) return json({ code: this.refuse.code }, this.refuse.status)
    const again = this.said.some((before) => before.messageId === outgoing.messageId)
    if (!again) {
      this.said.push(outgoing)
      this.#rev += 2
      const { messageId, text = '' } = outgoing
      this.#messages.push({ id: messageId, role: 'user', text, rev: this.#rev })
      this.#messages.push({ id: `reply to ${messageId}`, role: 'bot', text: `You said ${text}`, rev: this.#rev })
    }
    const replies = this.#messages.filter((message) => message.id === `reply to ${outgoing.messageId}`)
    return json({ rev: this.#rev, replies, status: 'in_progress', mode: 'lead', asked: [] })
  }

  view(): View {
    return { id: 'c1', rev: this.#rev, status: 'in_progress', mode: 'lead', locale: 'en', dir: 'ltr', asked: [], messages: this.#messages }
  }

  #feed(headers: Headers): Response {
    const encoder = new TextEncoder()
    const lastId = headers.get('last-event-id') ?? ''
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const send = (text: string) => controller.enqueue(encoder.encode(text))
        this.feeds.push({ lastId, send, end: () => controller.close() })
        if (!lastId) send(`event: snapshot\nid: ${this.#rev}\ndata: ${JSON.stringify(this.view())}\n\n`)
      },
    })
    return new Response(body)
  }
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

let gateway: Gateway
const chat = () => new Chat({ base: gateway.base, key: gateway.base })
const texts = (of: Chat) => of.state.messages.map((message) => message.text)
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { timeout: 30_000 })

beforeEach(() => {
  localStorage.clear()
  gateway = new Gateway()
  vi.stubGlobal('fetch', gateway.fetch)
})
afterEach(() => vi.unstubAllGlobals())

test('begins with what was said before, and says where the visitor is', async () => {
  const it = chat()
  it.begin()
  await until(() => it.state.connection === 'online' && texts(it).length === 1)
  expect(texts(it)).toEqual(['Hello'])
  expect(gateway.entered[0]?.page.url).toBe(location.href)
})

test('says something once and shows it once, though the feed brings it too', async () => {
  const it = chat()
  it.begin()
  await until(() => texts(it).length === 1)
  it.say('one')
  await until(() => texts(it).length === 3)
  for (const message of gateway.view().messages!) gateway.feeds[0]!.send(`event: message\ndata: ${JSON.stringify(message)}\n\n`)
  gateway.feeds[0]!.send('event: patch\nid: 3\ndata: [{"op":"replace","path":"/mode","value":"sales"}]\n\n')
  await until(() => it.state.view?.mode === 'sales')
  expect(texts(it)).toEqual(['Hello', 'one', 'You said one'])
  expect(it.state.waiting).toEqual([])
})

test('what is said while nobody answers is sent later, in order and once', async () => {
  const it = chat()
  it.begin()
  await until(() => texts(it).length === 1)
  gateway.away = true
  it.say('one')
  it.say('two')
  await until(() => it.state.waiting.length === 2)
  gateway.away = false
  dispatchEvent(new Event('online'))
  await until(() => texts(it).length === 5)
  expect(gateway.said.map((said) => said.text)).toEqual(['one', 'two'])
})

test('what was not sent is sent from the next page', async () => {
  gateway.away = true
  const before = chat()
  before.say('from before')
  gateway.away = false
  const now = chat()
  expect(now.state.waiting).toHaveLength(1)
  now.begin()
  await until(() => gateway.said.length === 1 && now.state.waiting.length === 0)
  expect(texts(now)).toContain('from before')
})

test('comes back with the token it got', async () => {
  const first = chat()
  first.begin()
  await until(() => texts(first).length === 1)
  const second = chat()
  second.begin()
  await until(() => gateway.entered.length === 2)
  expect(gateway.entered[1]?.visitorToken).toBe('t1')
})

test('gets a new token when the old one has run out, and loses nothing', async () => {
  const it = chat()
  it.begin()
  await until(() => texts(it).length === 1)
  gateway.token = 't2'
  it.say('still here')
  await until(() => texts(it).length === 3)
  expect(gateway.entered).toHaveLength(2)
  expect(gateway.said).toHaveLength(1)
})

test('goes on after the last event when the stream ends', async () => {
  const it = chat()
  it.begin()
  await until(() => texts(it).length === 1)
  gateway.feeds[0]!.end()
  await until(() => gateway.feeds.length === 2)
  expect(gateway.feeds[1]!.lastId).toBe('1')
})

test('asks for everything again when a change does not fit', async () => {
  const it = chat()
  it.begin()
  await until(() => texts(it).length === 1)
  gateway.feeds[0]!.send('event: patch\nid: 9\ndata: [{"op":"replace","path":"/no/where","value":1}]\n\n')
  await until(() => gateway.feeds.length === 2)
  expect(gateway.feeds[1]!.lastId).toBe('')
})

test('a message that is refused is taken back and said to be', async () => {
  const it = chat()
  it.begin()
  await until(() => texts(it).length === 1)
  gateway.refuse = { status: 422, code: 'not-acceptable-body' }
  it.say('bad')
  await until(() => it.state.problem === 'refused')
  expect(it.state.waiting).toEqual([])
  gateway.refuse = undefined
  it.say('good')
  await until(() => texts(it).length === 3)
  expect(it.state.problem).toBeUndefined()
})

test('tells what is new only once it was told to', async () => {
  const it = chat()
  const arrived: string[] = []
  it.arrived = (message) => arrived.push(message.text)
  it.begin()
  await until(() => texts(it).length === 1)
  it.live()
  it.say('one')
  await until(() => texts(it).length === 3)
  expect(arrived).toEqual(['You said one'])
})
