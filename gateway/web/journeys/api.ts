/** What a person may have chosen in a browser. */
export type Choices = { signedIn?: boolean; theme?: string; language?: string }

/** Rapport's API in the hands of the administrator whom the environment names. */
export class Api {
  private constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  static async signIn(): Promise<Api> {
    const url = process.env.RAPPORT_URL ?? 'http://127.0.0.1:8080'
    const body = { email: process.env.RAPPORT_ADMIN_EMAIL, password: process.env.RAPPORT_ADMIN_PASSWORD }
    const response = await fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`Signing in at ${url} failed: ${await response.text()}`)
    return new Api(url, ((await response.json()) as { token: string }).token)
  }

  /** What a browser keeps in which this person is signed in, or nobody; and what else was chosen there. */
  browserState({ signedIn = true, theme, language }: Choices = {}) {
    const { hostname, origin } = new URL(this.url)
    const kept = { 'rapport.signed-in': signedIn ? '1' : undefined, 'rapport.theme': theme, 'rapport.language': language }
    const localStorage = Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
    const origins = [{ origin, localStorage }]
    if (!signedIn) return { cookies: [], origins }
    return {
      cookies: [
        {
          name: 'rapport',
          value: this.token,
          domain: hostname,
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: false,
          sameSite: 'Lax' as const,
        },
      ],
      origins,
    }
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  /** A new record of a flow, with these values typed into its panel; returns its id when lists know it. */
  async record(flow: 'customer-profile' | 'buying-process', values: Record<string, unknown>, words: string[] = []): Promise<string> {
    const { id, rev } = await this.call<{ id: string; rev: number }>('POST', '/api/v1/conversations', { flow })
    let now = rev
    for (const [place, text] of words.entries()) {
      const turn = await this.call<{ rev: number }>('POST', `/api/v1/conversations/${id}/messages`, {
        messageId: `said-${place}`,
        text,
      })
      now = turn.rev
    }
    const edits = Object.entries(values).map(([path, value], place) => ({
      mutationId: `typed-${place}`,
      path,
      value,
      baseRev: now,
    }))
    if (edits.length > 0) {
      const { rev: after } = await this.call<{ rev: number }>('PATCH', `/api/v1/conversations/${id}/fields`, { edits })
      now = after
    }
    await this.projected(flow === 'customer-profile' ? 'profiles' : 'buying-processes', id, now)
    return id
  }

  /** Waits until a list has a row like this, since what is said takes a moment to be known; returns its id. */
  async found(list: string, like: (row: Record<string, unknown>) => boolean): Promise<string> {
    for (let tries = 0; tries < 120; tries++) {
      const { items } = await this.call<{ items: (Record<string, unknown> & { id: string })[] }>('GET', list)
      const row = items.find(like)
      if (row !== undefined) return row.id
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    throw new Error(`${list} never had what was waited for.`)
  }

  /** A site that is read, or was; returns its id. */
  async site(url: string): Promise<string> {
    const { items } = await this.call<{ items: { id: string; url: string }[] }>('GET', '/api/v1/sites')
    const known = items.find((site) => site.url === url)
    return known?.id ?? (await this.call<{ id: string }>('POST', '/api/v1/sites', { url })).id
  }

  /** A visitor of the demo pages who says these things, and can go on. */
  async visitor(...words: string[]): Promise<Visitor> {
    const { items } = await this.call<{ items: { id: string; local: boolean }[] }>('GET', '/api/v1/widget/keys')
    const widgetKey = items.find(({ local }) => local)?.id
    const page = { url: `${this.url}/demo`, title: 'Demo' }
    const { conversationId, visitorToken } = await this.call<{ conversationId: string; visitorToken: string }>('POST', '/api/v1/widget/sessions', {
      widgetKey,
      page,
      locale: 'en',
    })
    const visitor = new Visitor(this.url, conversationId, visitorToken)
    for (const text of words) await visitor.say(text)
    return visitor
  }

  /** Waits until a record stands at a revision; the server waits two seconds of it each time. */
  private async projected(kind: string, id: string, rev: number) {
    for (let tries = 0; tries < 60; tries++) {
      const response = await fetch(`${this.url}/api/v1/${kind}/${id}?atLeastRev=${rev}`, {
        headers: { Authorization: `Bearer ${this.token}` },
      })
      if (response.ok) return
      if (response.status === 404) await new Promise((resolve) => setTimeout(resolve, 1000))
    }
    throw new Error(`${kind}/${id} did not reach revision ${rev}.`)
  }
}

/** Somebody who talks to the chat of a website. */
export class Visitor {
  private said = 0

  constructor(
    private readonly url: string,
    readonly conversation: string,
    private readonly token: string,
  ) {}

  async say(text: string): Promise<void> {
    const response = await fetch(`${this.url}/api/v1/conversations/${this.conversation}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ messageId: `visitor-${++this.said}`, text }),
    })
    if (!response.ok) throw new Error(`The visitor was refused: ${response.status} ${await response.text()}`)
  }

  /** Everything both sides have said. */
  async transcript(): Promise<{ role: string; text: string; author?: string }[]> {
    const response = await fetch(`${this.url}/api/v1/conversations/${this.conversation}`, { headers: { Authorization: `Bearer ${this.token}` } })
    return ((await response.json()) as { messages: { role: string; text: string; author?: string }[] }).messages
  }
}
