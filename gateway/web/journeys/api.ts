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

  /** A customer with people, talks, a deal, a contract and some use of the product; returns its id when its health is known. */
  async customer(name: string): Promise<string> {
    const day = (ago: number) => new Date(Date.now() - ago * 24 * 60 * 60_000).toISOString().slice(0, 10)
    const details = { name, domain: 'northwind.example', industry: 'Logistics', segment: 'mid-market', technologies: ['React'], competitors: [], tags: [] }
    const { account } = await this.call<{ account: { id: string } }>('POST', '/api/v1/accounts', { details })
    const at = `/api/v1/accounts/${account.id}`
    const { contact } = await this.call<{ contact: { id: string } }>('POST', '/api/v1/contacts', {
      account: account.id,
      details: { name: 'Aya Haddad', email: 'aya@northwind.example', department: 'Operations', level: 'manager', roles: ['champion'], influences: [] },
    })
    const terms = { startsOn: day(200), endsOn: day(-100), annualRecurringRevenue: 48000, currency: 'EUR', seats: 40, status: 'active' }
    await this.call('PUT', `${at}/contracts/k1`, { terms })
    await this.call('POST', '/api/v1/deals', { account: account.id, details: { name: 'Ten more seats', kind: 'expansion', amount: 9000, currency: 'EUR', contacts: [contact.id], competitors: [] } })
    await this.call('POST', `${at}/lifecycle`, { stage: 'opportunity', step: 'discovery', reason: 'They asked for an offer' })
    await this.call('POST', `${at}/lifecycle`, { stage: 'customer', step: 'onboarding', reason: 'Signed' })
    await this.call('POST', `${at}/usage`, { days: Array.from({ length: 60 }, (_, ago) => ({ day: day(ago), activeUsers: 20, weeklyActiveUsers: ago < 28 ? 38 : 20, seats: 40, coreFeaturesUsed: 5, coreFeatures: 8 })) })
    await this.call('POST', `${at}/tickets`, { tickets: [{ ticket: 't1', priority: 'p2', openedAt: `${day(9)}T08:00:00Z`, resolvedAt: `${day(8)}T08:00:00Z`, slaHours: 48, csat: 4, subject: 'Slow export' }] })
    await this.call('POST', '/api/v1/interactions', {
      account: account.id,
      details: { source: 'gong', externalId: 'c1', channel: 'call', at: `${day(3)}T09:00:00Z`, direction: 'inbound', contacts: [contact.id], ourPeople: [], ourExecutive: false, sentiment: 0.4, subject: 'Weekly call', summary: 'They also look at Globex.', competitors: [{ name: 'Globex', confidence: 0.9, external: true }] },
    })
    await this.found('/api/v1/alerts', (alert) => alert.account === account.id)
    return account.id
  }

  /** A file of accounts that was looked through, but not taken over; returns its id. */
  async file(text: string): Promise<string> {
    const { id } = await this.call<{ id: string }>('POST', '/api/v1/accounts/imports', { name: 'accounts.csv' })
    const response = await fetch(`${this.url}/api/v1/accounts/imports/${id}/parts/0`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'text/csv' },
      body: text,
    })
    if (!response.ok) throw new Error(`The file was refused: ${response.status} ${await response.text()}`)
    await this.call('POST', `/api/v1/accounts/imports/${id}/check`, {})
    return id
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
