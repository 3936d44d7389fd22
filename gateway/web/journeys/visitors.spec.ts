import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, look, test } from './harness'

// What the workspace does about visitors of its websites.

const HOSTILE = '<img src=x onerror="document.title=1"> & "quotes"'

// No two runs against the same Rapport meet each other.
const run = Math.random().toString(36).slice(2)

test('a visitor asks for a person, is answered by one, and is handed back', async ({ page, api }) => {
  const visitor = await api.visitor(`We sell ${run}`, 'I want to talk to a real person')
  await visitor.say(`Is anybody there, ${run}? ${HOSTILE}`)
  await page.goto('conversations')
  const row = page.getByRole('row').filter({ hasText: run })
  await expect(row).toContainText('Waiting')
  await row.getByRole('link').click()
  await expect(page.getByRole('log')).toContainText(HOSTILE)

  const reply = page.getByRole('textbox', { name: 'Your answer' })
  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByText(/answers; the bot is silent/)).toBeVisible()
  await reply.fill('Hello, this is a person')
  await reply.press('Enter')
  await expect(page.getByRole('log').getByText('Hello, this is a person')).toBeVisible()
  await expect(reply).toHaveValue('')
  expect((await visitor.transcript()).filter(({ text }) => text === 'Hello, this is a person')).toHaveLength(1)
  await visitor.say('Good to hear')
  await expect(page.getByRole('log').getByText('Good to hear')).toBeVisible()

  await page.getByRole('button', { name: 'Hand back to the bot' }).click()
  await expect(page.getByText('The bot answers by itself.')).toBeVisible()
  await page.goto('conversations')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Conversations')
  await expect(page.getByRole('row').filter({ hasText: run })).toHaveCount(0)
})

test('a persona is written, changed, and no longer used, with a way back', async ({ page }) => {
  await page.goto('personas')
  await page.getByRole('link', { name: 'New persona' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toHaveText('Give the persona a name.')
  await page.getByLabel('Name', { exact: true }).fill(`Night shift ${run} ${HOSTILE}`)
  await page.getByLabel('What they are after').fill('quiet software\nfew clicks')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Night shift ${run} ${HOSTILE}`)
  await expect(page.getByRole('listitem').filter({ hasText: 'few clicks' })).toBeVisible()

  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Name', { exact: true }).fill(`Night shift ${run}`)
  await page.getByRole('button', { name: 'Add an answer' }).click()
  await page.getByLabel('Topic').fill('pricing')
  await page.getByLabel('How a visitor asks').fill('What does it cost?')
  await page.getByLabel('Answer', { exact: true }).fill('Ask for the price list.')
  await look(page, 'persona-edit')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'Ask for the price list.' })).toBeVisible()
  await expect(page.getByText('Version 2')).toBeVisible()

  await page.getByRole('tab', { name: 'Earlier versions' }).click()
  await expect(page.getByText('Not the same as now: Name')).toBeVisible()
  await look(page, 'persona-earlier')
  await page.getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Night shift ${run} ${HOSTILE}`)

  await page.getByRole('button', { name: 'Stop using' }).click()
  await expect(page.getByText('Not used')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('In use', { exact: true })).toBeVisible()
})

test('a key brings the chat to a site, and is revoked', async ({ page, api, tolerate }) => {
  tolerate(/422/)
  await page.goto('widget')
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByLabel('Name', { exact: true }).fill(`Shop ${run}`)
  await page.getByLabel('Where it may be used').fill('not an address')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Name at least one address', { exact: false })).toBeVisible()
  await page.getByLabel('Where it may be used').fill('https://shop.example\nhttps://*.shop.example')
  await look(page, 'widget-key-edit')
  await page.getByRole('button', { name: 'Save' }).click()
  const card = page.getByRole('region', { name: `Shop ${run}` })
  await expect(card.locator('code')).toHaveText(new RegExp(`^<script src="${api.url}/widget.js" data-key="wk_[0-9a-f]{32}" defer></script>$`))
  await expect(card.getByRole('listitem')).toHaveText(['https://shop.example', 'https://*.shop.example'])

  await card.getByRole('button', { name: 'Make a secret' }).click()
  const dialog = page.getByRole('dialog', { name: "The site's secret" })
  await dialog.getByRole('button', { name: 'Make a secret' }).click()
  await expect(dialog.locator('[data-secret]')).toHaveText(/.{20,}/)
  await look(page, 'widget-key-secret')
  await page.keyboard.press('Escape')
  await expect(card.getByRole('button', { name: 'New secret' })).toBeVisible()

  await card.getByRole('button', { name: 'Revoke' }).click()
  await expect(card.getByText('Revoked')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card.getByText('In use')).toBeVisible()
})

test('the funnel shows at which question people are', async ({ page, api }) => {
  await api.record('buying-process', {}, ['Night Nurse', 'Too many forms'])
  await page.goto('funnel?flow=buying-process')
  await page.getByRole('button', { name: 'Persona' }).click()
  await expect(page.getByRole('row', { name: /^Pain points/ })).toBeVisible()
  await look(page, 'funnel-open')
  await page.getByLabel('Flow').selectOption({ label: 'Customer profile' })
  await expect(page).toHaveURL(/customer-profile/)
})

test('a lead says why it is worth a call, is taken, and is won', async ({ page, api }) => {
  const address = `dana-${run}@techstart.example`
  const visitor = await api.visitor('We are ten people and build a SaaS with React', `What does it cost? We want to buy this month. My e-mail is ${address} ${HOSTILE}`)
  const id = await api.found('/api/v1/leads?limit=200', ({ email }) => email === address)
  await page.goto('leads')
  await page.getByRole('link', { name: new RegExp(address) }).click()
  await expect(page).toHaveURL(new RegExp(id))
  const score = page.getByRole('table', { name: 'How the score comes about' })
  await expect(score.getByRole('row').last()).toContainText('Score')
  await expect(score.getByRole('row', { name: /Asked for prices/ })).toBeVisible()
  await page.getByRole('tab', { name: 'What is known' }).click()
  await expect(page.getByRole('heading', { name: 'Readiness to buy' })).toBeVisible()
  await page.getByRole('tab', { name: 'Conversation' }).click()
  await expect(page.getByRole('log')).toContainText(HOSTILE)
  await visitor.say('One more thing: do you have an API?')
  await expect(page.getByRole('log').getByText('One more thing')).toBeVisible()

  await page.getByRole('button', { name: 'Make it mine' }).click()
  await expect(page.getByRole('button', { name: 'Make it mine' })).toHaveCount(0)
  // A toast that fades away below the dialog would be found too pale.
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Won or lost' }).click()
  const dialog = page.getByRole('dialog', { name: 'Won or lost' })
  await dialog.getByLabel('Value of the deal').fill('12000 EUR')
  await look(page, 'lead-outcome')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Won', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Won or lost' })).toHaveCount(0)
})

test('a person is known by what they said, and a colleague has the last word', async ({ page, api }) => {
  const address = `kim-${run}@brightwater.example`
  const { conversation } = await api.visitor('We are 12 people and use React', `Please write to ${address}`)
  await api.found(`/api/v1/people?conversation=${conversation}`, () => true)
  await page.goto('people')
  await page.getByRole('searchbox', { name: 'Search people' }).fill(`kim ${run}`)
  await page.getByRole('link', { name: new RegExp(address) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(address)

  const change = page.getByRole('button', { name: 'Change Name', exact: true })
  await change.click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Kim Sato')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kim Sato')
  await expect(page.getByText(/written by a colleague/)).toBeVisible()
  await change.click()
  await page.getByRole('menuitem', { name: 'Settle it' }).click()
  await expect(page.getByText(/settled/)).toBeVisible()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Kim Sato' }).first()).toBeVisible()
})

const PAGES: Record<string, string> = {
  '/': '<title>Shop for nurses</title><h1>Shoes for long nights</h1><p>For hospitals and for nurses who stand all night.</p><a href="/prices">Prices</a><a href="/private">Staff</a>',
  '/prices': '<title>Prices</title><h1>Prices</h1><p>A pair is 90 euros, ten pairs are 800.</p>',
}

test('a site is read while one watches, and only as far as it allows', async ({ page, tolerate }) => {
  tolerate(/422/)
  const shop = http.createServer((request, answer) => {
    const known = PAGES[request.url ?? '']
    const [status, type, body] =
      request.url === '/robots.txt'
        ? [200, 'text/plain', 'User-agent: *\nDisallow: /private\n']
        : known === undefined
          ? [404, 'text/plain', 'not here']
          : [200, 'text/html', `<!doctype html><html lang="en">${known}</html>`]
    answer.writeHead(Number(status), { 'content-type': `${type}; charset=utf-8` }).end(body)
  })
  await new Promise<void>((listening) => shop.listen(0, '127.0.0.1', listening))
  try {
    await page.goto('sites')
    const address = page.getByRole('textbox', { name: 'Address of the site' })
    await address.fill('no address at all')
    await page.getByRole('button', { name: 'Read it' }).click()
    await expect(page.getByRole('alert')).toContainText('not an address that can be read')
    await address.fill(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`)
    await page.getByRole('button', { name: 'Read it' }).click()
    await expect(page.getByRole('status').getByText('Done')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Prices' })).toContainText('Read')
    await expect(page.getByRole('listitem').filter({ hasText: '/private' }).last()).toContainText('Passed over')
    await look(page, 'site-done')
    await page.getByRole('button', { name: 'Remove the site' }).click()
    const asked = page.getByRole('dialog')
    await expect(asked).toContainText('no way back but to read it again')
    await asked.getByRole('button', { name: 'Remove the site' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sites')
  } finally {
    shop.close()
  }
})
