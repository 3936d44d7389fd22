import { readFileSync } from 'node:fs'
import type { Api } from './api'
import { expect, look, lookInTheDark, type Page, test } from './harness'

/** A connection that is still reading what there is, and was asked to wait. */
const CONNECTION = {
  '/api/v1/integrations/connections': {
    items: [
      {
        id: 'c-1',
        connector: 'salesforce',
        name: 'Salesforce Europe',
        state: 'active',
        settings: { loginUrl: 'https://acme.my.salesforce.com', clientId: 'key' },
        secrets: ['clientSecret'],
        sync: {
          backfilling: true,
          nextAt: '2026-11-22T10:05:00Z',
          lastSyncAt: '2026-11-22T09:00:00Z',
          error: { code: 'throttled', detail: 'Salesforce asks to wait for a minute.', at: '2026-11-22T10:00:00Z' },
          failures: 2,
          budget: { left: 12_000, limit: 15_000 },
          feeds: [{ feed: 'Account', backfilling: true, seen: 1204, added: 1100, changed: 4, deleted: 1, total: 5000 }],
        },
        createdBy: 'u-1',
        createdAt: '2026-11-20T10:00:00Z',
        changedAt: '2026-11-20T10:00:00Z',
        rev: 2,
      },
    ],
  },
  '/api/v1/integrations/connections/c-1/push': {
    rev: 2,
    on: true,
    kinds: [
      { kind: 'lead', object: 'Lead', on: true, fields: [{ name: 'company', label: 'Company', to: 'Company', proposed: 'Company', score: false }] },
      { kind: 'task', object: 'Task', on: false, fields: [] },
    ],
    scores: true,
    counts: { waiting: 3, done: 1204, refused: 1 },
    running: false,
    nextAt: null,
    lastAt: '2026-11-22T08:00:00Z',
    error: { code: 'throttled', detail: 'Salesforce asks to wait for a minute.', at: '2026-11-22T10:00:00Z' },
    failures: 1,
    budget: { left: 12_000, limit: 15_000 },
  },
  '/api/v1/integrations/connections/c-1/push/records*': {
    items: [
      {
        kind: 'lead',
        id: 'l-1',
        label: '<img src=x onerror=alert(1)> Nora',
        state: 'refused',
        error: { code: 'refused', detail: 'Company is too long.', fields: ['Company'] },
        kept: [],
        tries: 1,
      },
    ],
  },
}

/** A message that did not arrive, and whom it was for. */
const DELIVERIES = {
  '/api/v1/integrations/deliveries*': {
    items: [
      {
        id: 'd-1',
        messageId: 'm-1',
        type: 'lead.created',
        destination: { kind: 'webhook', id: 'w-1', label: 'Data warehouse' },
        state: 'dead',
        tries: 2,
        createdAt: '2026-11-22T08:00:00Z',
        reason: 'The address answered 404 too often.',
        attempts: [{ at: '2026-11-22T08:00:00Z', millis: 120, outcome: 'failed', status: 404, detail: 'Not Found' }],
        content: '{"type":"lead.created"}',
      },
    ],
  },
  '/api/v1/integrations/webhooks*': {
    items: [
      {
        id: 'w-1',
        name: 'Data warehouse',
        url: 'https://hooks.example/rapport',
        events: ['lead.created'],
        enabled: true,
        secretHints: [{ hint: '9f3c' }, { hint: '01ab', until: '2026-11-23T08:00:00Z' }],
        health: { failures: 2, restsUntil: '2026-11-22T09:00:00Z', lastSuccessAt: '2026-11-21T08:00:00Z' },
        createdAt: '2026-11-20T08:00:00Z',
        changedAt: '2026-11-20T08:00:00Z',
        rev: 1,
      },
    ],
  },
}

/** Who is told of what, with a name that would like to be markup. */
const NOTICES = {
  '/api/v1/integrations/notice-rules': {
    items: [
      {
        id: 'nr-1',
        name: '<b onclick=alert(1)>Customer success</b>',
        enabled: true,
        occasions: ['health-drop', 'renewal-risk', 'lead-won'],
        channels: [{ kind: 'slack', channel: '#customers' }, { kind: 'email', to: ['success@example.org', 'lead@example.org'] }],
        every: '15m',
        quiet: { from: '20:00', to: '07:00', zone: 'Europe/Vienna' },
        locale: 'en',
        createdAt: '2026-11-20T08:00:00Z',
        changedAt: '2026-11-20T08:00:00Z',
        rev: 1,
      },
    ],
    occasions: ['health-drop', 'renewal-risk', 'lead-won'],
  },
}

/** An erasure that still goes on, and one that is done. */
const REQUESTS = {
  items: [
    {
      id: 'erasure-2',
      state: 'running',
      reason: 'Asked for it by mail <script>alert(1)</script>',
      askedBy: 'u-1',
      askedByName: 'Ada',
      askedAt: '2026-11-22T08:00:00Z',
      services: [
        { service: 'conversation-service', state: 'done', at: '2026-11-22T08:00:04Z', stores: [{ store: 'conversations', documents: 3 }] },
        { service: 'profile-service', state: 'waiting', stores: [] },
      ],
    },
    {
      id: 'erasure-1',
      state: 'done',
      reason: 'Asked for it by mail',
      askedBy: 'u-1',
      askedByName: 'Ada',
      askedAt: '2026-11-20T08:00:00Z',
      doneAt: '2026-11-20T08:00:09Z',
      services: [{ service: 'conversation-service', state: 'done', at: '2026-11-20T08:00:04Z', stores: [{ store: 'conversations', documents: 3 }] }],
    },
  ],
}

const PRIVACY = { '/api/v1/privacy/erasures*': REQUESTS, '/api/v1/privacy/archives*': REQUESTS }

/** The mean of all customers over half a year, which no journey can live through. */
const TREND = {
  '/api/v1/reports/trend*': {
    points: Array.from({ length: 120 }, (_, place) => ({ day: new Date(Date.UTC(2026, 4, 1 + place)).toISOString().slice(0, 10), score: 68 - place / 12 + 4 * Math.sin(place / 5) })),
    forecast: Array.from({ length: 30 }, (_, place) => ({ day: new Date(Date.UTC(2026, 7, 29 + place)).toISOString().slice(0, 10), score: 57 - place / 12, low: 50 - place / 8, high: 64 + place / 12 })),
  },
}

/** Every page there is, by its path in the router, with what one is to see before it is looked at. */
const PAGES: Record<string, Sight[]> = {
  '/profiles': [
    { name: 'profiles', address: 'profiles', ready: (page) => page.locator('[data-row]').first() },
    { name: 'profiles-no-match', address: 'profiles?q=nobodyhasthisname', ready: (page) => page.getByRole('heading', { level: 2 }) },
  ],
  '/profiles/$id': [
    { name: 'profile', address: ({ profile }) => `profiles/${profile}`, ready: (page) => page.locator('dd').first() },
    { name: 'profile-history', address: ({ profile }) => `profiles/${profile}?tab=history`, ready: (page) => page.locator('time').nth(1) },
  ],
  '/buying-processes': [{ name: 'buying-processes', address: 'buying-processes', ready: (page) => page.locator('[data-row]').first() }],
  '/buying-processes/$id': [
    { name: 'journey-map', address: ({ mapping }) => `buying-processes/${mapping}`, ready: (page) => page.locator('main img') },
    { name: 'stages', address: ({ mapping }) => `buying-processes/${mapping}?tab=details`, ready: (page) => page.locator('dd').first() },
  ],
  '/conversations': [{ name: 'conversations', address: 'conversations', ready: (page) => page.locator('[data-row]').first() }],
  '/conversations/$id': [
    { name: 'conversation', address: ({ visitor }) => `conversations/${visitor}`, ready: (page) => page.getByRole('log').locator('bdi').first() },
  ],
  '/tasks': [{ name: 'tasks', address: 'tasks?view=all', ready: (page) => page.locator('[data-row]').first() }],
  '/tasks/$id': [{ name: 'task', address: ({ task }) => `tasks/${task}`, ready: (page) => page.getByRole('heading', { level: 2 }).first() }],
  '/automations': [{ name: 'automations', address: 'automations', ready: (page) => page.locator('[data-row]').first() }],
  '/automations/new': [{ name: 'automation-new', address: 'automations/new', ready: (page) => page.getByRole('status').getByText(/my_automation|Somebody gets worse/) }],
  '/automations/$name': [
    { name: 'automation', address: 'automations/playbook_research', ready: (page) => page.getByRole('heading', { level: 2 }).first() },
    { name: 'automation-text', address: 'automations/playbook_research?tab=text', ready: (page) => page.locator('details').first() },
  ],
  '/integrations': [{ name: 'integrations', address: 'integrations', ready: (page) => page.getByRole('heading', { level: 3 }).first() }],
  '/integrations/connect/$connector': [{ name: 'connect', address: 'integrations/connect/salesforce', ready: (page) => page.getByRole('textbox').first() }],
  '/integrations/$id': [{ name: 'connection', address: 'integrations/c-1', ready: (page) => page.locator('main table').first(), answers: CONNECTION }],
  '/deliveries': [
    { name: 'deliveries', address: 'deliveries?state=dead', ready: (page) => page.locator('details').first(), answers: DELIVERIES },
    { name: 'notices', address: 'deliveries?tab=notices', ready: (page) => page.getByRole('switch').first(), answers: NOTICES },
    { name: 'webhooks', address: 'deliveries?tab=webhooks', ready: (page) => page.getByRole('switch'), answers: DELIVERIES },
  ],
  '/alerts': [{ name: 'alerts', address: 'alerts', ready: (page) => page.locator('[data-alert]').first() }],
  '/accounts': [
    { name: 'accounts', address: 'accounts', ready: (page) => page.locator('[data-row]').first() },
    { name: 'accounts-health', address: 'accounts?list=health', ready: (page) => page.locator('[data-row]').first(), few: true },
  ],
  '/accounts/import': [{ name: 'import', address: 'accounts/import', ready: (page) => page.locator('[data-row]').first() }],
  '/accounts/import/$id': [{ name: 'import-one', address: ({ file }) => `accounts/import/${file}`, ready: (page) => page.locator('main table').first() }],
  '/portfolio': [
    { name: 'portfolio', address: 'portfolio', ready: (page) => page.locator('main h2').nth(2) },
    { name: 'portfolio-cohorts', address: 'portfolio?tab=cohorts', ready: (page) => page.locator('main table').first(), few: true },
    { name: 'portfolio-trend', address: 'portfolio?tab=trend', ready: (page) => page.getByRole('slider'), few: true, answers: TREND },
    { name: 'portfolio-risk', address: 'portfolio?tab=risk', ready: (page) => page.getByRole('slider'), few: true },
  ],
  '/accounts/$id': [
    { name: 'account', address: ({ account }) => `accounts/${account}`, ready: (page) => page.locator('main table').first() },
    { name: 'account-timeline', address: ({ account }) => `accounts/${account}?tab=timeline`, ready: (page) => page.locator('main time').first(), few: true },
    { name: 'account-work', address: ({ account }) => `accounts/${account}?tab=work`, ready: (page) => page.locator('main ol').first(), few: true },
    { name: 'account-people', address: ({ account }) => `accounts/${account}?tab=people`, ready: (page) => page.locator('main progress, main [role=progressbar]').first(), few: true },
    { name: 'account-deals', address: ({ account }) => `accounts/${account}?tab=deals`, ready: (page) => page.locator('main details').first(), few: true },
    { name: 'account-details', address: ({ account }) => `accounts/${account}?tab=details`, ready: (page) => page.locator('dd').first(), few: true },
  ],
  '/leads': [{ name: 'leads', address: 'leads', ready: (page) => page.locator('[data-row]').first() }],
  '/leads/$id': [
    { name: 'lead', address: ({ lead }) => `leads/${lead}`, ready: (page) => page.locator('main table').first() },
    { name: 'lead-facts', address: ({ lead }) => `leads/${lead}?tab=facts`, ready: (page) => page.locator('dd').first() },
    { name: 'lead-chat', address: ({ lead }) => `leads/${lead}?tab=chat`, ready: (page) => page.getByRole('log').locator('bdi').first() },
  ],
  '/people': [{ name: 'people', address: 'people', ready: (page) => page.locator('[data-row]').first() }],
  '/people/$id': [
    { name: 'person', address: ({ person }) => `people/${person}`, ready: (page) => page.getByRole('heading', { level: 2 }).first() },
    { name: 'person-history', address: ({ person }) => `people/${person}?tab=history`, ready: (page) => page.locator('main time').nth(1) },
  ],
  '/sites': [{ name: 'sites', address: 'sites', ready: (page) => page.locator('[data-row]').first() }],
  '/sites/$id': [{ name: 'site', address: ({ site }) => `sites/${site}`, ready: (page) => page.getByRole('progressbar').first() }],
  '/personas': [{ name: 'personas', address: 'personas', ready: (page) => page.locator('[data-row]').first() }],
  '/personas/new': [{ name: 'persona-new', address: 'personas/new', ready: (page) => page.getByRole('textbox').first() }],
  '/personas/$id': [
    { name: 'persona', address: 'personas/enterprise_it', ready: (page) => page.getByRole('heading', { level: 2 }).first() },
    { name: 'persona-versions', address: 'personas/enterprise_it?tab=versions', ready: (page) => page.getByRole('heading', { level: 2 }).first() },
  ],
  '/funnel': [{ name: 'funnel', address: 'funnel?flow=customer-profile', ready: (page) => page.locator('main table') }],
  '/widget': [{ name: 'widget-keys', address: 'widget', ready: (page) => page.locator('main code').first() }],
  '/team': [{ name: 'team', address: 'team', ready: (page) => page.getByRole('heading', { level: 2 }).first() }],
  '/audit': [{ name: 'audit', address: 'audit', ready: (page) => page.locator('[data-row]').first() }],
  '/privacy': [
    { name: 'privacy', address: 'privacy', ready: (page) => page.locator('main details').first(), answers: PRIVACY },
    { name: 'privacy-copies', address: 'privacy?tab=archives', ready: (page) => page.locator('main details').first(), few: true, answers: PRIVACY },
  ],
  '/account': [{ name: 'account', address: 'account', ready: (page) => page.getByRole('main').getByRole('listitem').first() }],
  '/set-password': [{ name: 'set-password', address: 'set-password', ready: (page) => page.locator('input[type=password]') }],
  '/studio/$conversation': [
    { name: 'studio-profile', address: ({ profile }) => `studio/${profile}`, ready: (page) => page.getByRole('textbox').first() },
    { name: 'studio-buying-process', address: ({ mapping }) => `studio/${mapping}`, ready: (page) => page.getByRole('textbox').first() },
  ],
}

/** Paths that lead elsewhere, or are looked at below. */
const ELSEWHERE = ['/', '/sign-in', '/studio/new/$flow']

type Look = { theme?: string; language?: string; phone?: boolean }

/** What is looked at in the light is looked at in the dark without being loaded again. */
const LOOKS: Record<string, Look> = {
  light: {},
  arabic: { language: 'ar' },
  'phone-arabic-dark': { phone: true, language: 'ar', theme: 'dark' },
}

const FEW = ['light', 'phone-arabic-dark']

/** Only pages whose names begin so, for who works on one: LOOK_AT=privacy,notices. */
const LOOK_AT = process.env.LOOK_AT?.split(',') ?? ['']

type Records = { profile: string; mapping: string; visitor: string; lead: string; person: string; site: string; task: string; account: string; file: string }
/** What the API is made to answer where no journey can bring it about, such as another company's system. */
type Answers = Record<string, unknown>
/** `few`: one more view of a page that was looked at, in the two looks that differ most. */
type Sight = { few?: boolean; name: string; address: string | ((records: Records) => string); ready: (page: Page) => ReturnType<Page['locator']>; answers?: Answers }

let records: Promise<Records> | undefined

async function make(api: Api): Promise<Records> {
  const profile = await api.record(
    'customer-profile',
    {
      type: 'Economic Buyer',
      prototype_name: 'Nora Lindqvist',
      job_title: 'Head of Operations',
      b2b_b2c: 'B2B',
      company_name: 'شركة النور',
      'demographics.age': 44,
      'demographics.work_experience': 'Fifteen years in logistics, the last five with a team of thirty.',
      'psychographics.likes_dislikes': ['clear prices', 'long demonstrations'],
    },
    ['start'],
  )
  const mapping = await api.record(
    'buying-process',
    { 'buying_stages[s1].buyer_actions': 'Reads what peers write', 'buying_stages[s1].duration': '2 weeks' },
    ['Night Nurse', 'Too many forms', 'standard'],
  )
  const { conversation: visitor } = await api.visitor(
    'We are ten people, build a SaaS with React and our support drowns in tickets',
    'What does it cost? We want to start this month, reach me at nora@brightwater.example',
    'Can I talk to a real person?',
  )
  const lead = await api.found('/api/v1/leads?limit=200', (row) => String(row.email).startsWith('nora@'))
  const person = await api.found(`/api/v1/people?conversation=${visitor}`, () => true)
  const { id: task } = await api.call<{ id: string }>('POST', '/api/v1/tasks', {
    title: 'Call Nora',
    text: 'She asked for prices.',
    checklist: ['Find the offer', 'Call'],
    role: 'sales',
    priority: 'high',
    due: '2026-01-05T12:00:00Z',
    subject: { type: 'lead', id: lead },
  })
  return { profile, mapping, visitor, lead, person, task, site: await api.site('https://nowhere.invalid/'), account: await api.customer('Northwind'), file: await api.file('name,city\nNorthwind,Oslo\n') }
}

test('every page of the router is looked at', () => {
  const router = readFileSync('console/src/app/router.tsx', 'utf8')
  const paths = [...router.matchAll(/\n +path: '([^']+)'/g)].map((match) => match[1])
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter((path) => !ELSEWHERE.includes(path ?? '')).sort()).toEqual(Object.keys(PAGES).sort())
})

// A colour on its way to another is neither.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [name, { phone, ...choices }] of Object.entries(LOOKS)) {
  test.describe(name, () => {
    if (phone) test.use({ viewport: { width: 390, height: 844 } })
    test.use({ storageState: async ({ api }, use) => use(api.browserState(choices)) })

    test(`every page can be used by everybody: ${name}`, async ({ page, api }) => {
      records ??= make(api)
      const made = await records
      for (const sight of Object.values(PAGES).flat().filter((one) => (!one.few || FEW.includes(name)) && LOOK_AT.some((start) => one.name.startsWith(start)))) {
        for (const [path, json] of Object.entries(sight.answers ?? {})) await page.route(`**${path}`, (route) => route.fulfill({ json }))
        if (sight.answers) await page.route('**/api/v1/integrations/feed', (route) => route.fulfill({ contentType: 'text/event-stream', body: '' }))
        await page.goto(typeof sight.address === 'string' ? sight.address : sight.address(made))
        await expect(sight.ready(page)).toBeVisible()
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expect(page.locator('.skeleton')).toHaveCount(0)
        await look(page, `${sight.name}-${name}`)
        if (name === 'light') await lookInTheDark(page, `${sight.name}-dark`)
      }
    })

    test.describe('signed out', () => {
      test.use({ storageState: async ({ api }, use) => use(api.browserState({ ...choices, signedIn: false })) })

      test(`signing in can be used by everybody: ${name}`, async ({ page }) => {
        await page.route('**/api/v1/sign-in/providers', (route) => route.fulfill({ json: { passwordReset: true, providers: [{ id: 'keycloak', name: 'Keycloak', start: '/api/v1/sign-in/providers/keycloak/start' }] } }))
        await page.goto('sign-in')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('form a')).toBeVisible()
        await look(page, `sign-in-${name}`)
        if (name === 'light') await lookInTheDark(page, 'sign-in-dark')
      })
    })
  })
}

/** Windows in which a rail stands beside a table, or hardly fits. */
for (const width of [768, 1024]) {
  test.describe(`${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 } })

    test(`rows can be told apart on a tablet: ${width}`, async ({ page, api }) => {
      records ??= make(api)
      await records
      for (const list of ['profiles', 'buying-processes', 'accounts', 'accounts?list=health', 'leads', 'people', 'sites', 'personas']) {
        await page.goto(list)
        const name = page.locator('[data-row]').first()
        await expect(name).toBeVisible()
        const { width: room = 0 } = (await name.locator('xpath=..').boundingBox()) ?? {}
        expect(room, list).toBeGreaterThan(150)
        expect(await sideways(page), list).toBe(0)
      }
    })
  })
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } })

  test('what is written on a phone stays in its window', async ({ page }) => {
    await page.goto('automations/new')
    await expect(page.getByRole('textbox').first()).toBeVisible()
    expect(await sideways(page)).toBe(0)
    await page.goto('audit')
    await expect(page.locator('[data-row]').first()).toBeVisible()
    expect(await sideways(page)).toBe(0)
    // A path that is cut after each letter is as high as the page.
    const { height = 0 } = (await page.locator('[data-row]').first().boundingBox()) ?? {}
    expect(height).toBeLessThan(150)
  })
})

/** How far the page's content goes beyond its window, in pixels. */
const sideways = (page: Page) => page.locator('#content').evaluate((content) => content.scrollWidth - content.clientWidth)

test('an empty workspace teaches what to do', async ({ page }) => {
  await page.route(/\/api\/v1\/(profiles|buying-processes|accounts|alerts|leads|people|widget\/keys|sites|tasks|automations|integrations\/connections)(\?|$)/, (route) => route.fulfill({ json: { items: [] } }))
  await page.route(/\/api\/v1\/conversations\?/, (route) => route.fulfill({ json: { conversations: [] } }))
  await page.goto('profiles')
  await expect(page.getByRole('heading', { name: 'Describe your first customer' })).toBeVisible()
  await look(page, 'profiles-empty')
  await page.goto('buying-processes')
  await expect(page.getByRole('heading', { name: 'Map your first buying process' })).toBeVisible()
  await look(page, 'buying-processes-empty')
  await page.goto('accounts')
  await expect(page.getByRole('heading', { name: 'Bring your customers in' })).toBeVisible()
  await look(page, 'accounts-empty')
  await page.goto('alerts')
  await expect(page.getByRole('heading', { name: 'All is seen' })).toBeVisible()
  await look(page, 'alerts-empty')
  await page.goto('leads')
  await expect(page.getByRole('heading', { name: 'No leads yet' })).toBeVisible()
  await look(page, 'leads-empty')
  await page.goto('people')
  await expect(page.getByRole('heading', { name: 'Nobody is known yet' })).toBeVisible()
  await look(page, 'people-empty')
  await page.goto('tasks')
  await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible()
  await look(page, 'tasks-empty')
  await page.goto('automations')
  await expect(page.getByRole('heading', { name: 'Nothing happens by itself yet' })).toBeVisible()
  await look(page, 'automations-empty')
  await page.goto('integrations')
  await expect(page.getByRole('heading', { name: 'Nothing is connected yet' })).toBeVisible()
  await look(page, 'integrations-empty')
  await page.goto('conversations')
  await expect(page.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible()
  await look(page, 'conversations-empty')
  await page.goto('sites')
  await expect(page.getByRole('heading', { name: 'Let Rapport read your website' })).toBeVisible()
  await look(page, 'sites-empty')
  await page.goto('widget')
  await expect(page.getByRole('heading', { name: 'Bring the chat to your website' })).toBeVisible()
  await look(page, 'widget-keys-empty')
})

test('what is not there is said, with a way on', async ({ page, tolerate }) => {
  tolerate(/404/)
  await page.goto('lost')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  await look(page, 'no-such-page')
  await page.goto('profiles/nobody')
  await expect(page.getByRole('alert')).toContainText('the record is gone')
  await look(page, 'no-such-profile')
})

test('what opens above a page can be used by everybody', async ({ page }) => {
  await page.goto('profiles')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await look(page, 'palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, 'shortcuts')
})
