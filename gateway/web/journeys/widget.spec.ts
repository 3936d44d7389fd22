import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions } from '@playwright/test'
import { expect, look, type Page, test } from './harness'

// Visitors are nobody the console knows.
test.use({ storageState: { cookies: [], origins: [] } })

const chat = (page: Page) => page.locator('rapport-chat')
const launcher = (page: Page) => chat(page).locator('.launcher')
const field = (page: Page) => chat(page).getByRole('textbox')
const said = (page: Page) => chat(page).locator('.said:not(.waiting) bdi')
const mine = (page: Page) => chat(page).locator('.said.mine:not(.waiting) bdi')
const theirs = (page: Page) => chat(page).locator('.theirs')

/** The key of the demo pages, as they show it. */
async function demoKey(page: Page): Promise<string> {
  const html = await (await page.request.get('/demo')).text()
  return /data-key="(wk_[0-9a-f]+)"/.exec(html)![1]!
}

async function open(page: Page) {
  await launcher(page).click()
  await expect(theirs(page)).not.toHaveCount(0)
}

async function say(page: Page, text: string) {
  const before = await theirs(page).count()
  await field(page).fill(text)
  await field(page).press('Enter')
  await expect(theirs(page)).toHaveCount(before + 1)
}

/** Everything that was said, once nothing is on its way. */
async function transcript(page: Page): Promise<string[]> {
  await expect(chat(page).locator('.waiting')).toHaveCount(0)
  await expect(chat(page).locator('.typing')).toHaveCount(0)
  return said(page).allInnerTexts()
}

test('somebody chats, taps an answer, and finds the conversation again', async ({ page }) => {
  await page.goto('/demo')
  await open(page)
  await say(page, 'We are ten people and our support drowns in tickets')
  const choice = chat(page).locator('.choices button').first()
  if ((await choice.count()) > 0) {
    const before = await theirs(page).count()
    await choice.click()
    await expect(theirs(page)).toHaveCount(before + 1)
  } else {
    await say(page, 'Yes, please')
  }
  const all = await transcript(page)

  await page.reload()
  await expect(said(page)).toHaveCount(all.length)
  expect(await transcript(page)).toEqual(all)

  await page.getByRole('link', { name: 'Prices' }).click()
  await expect(page).toHaveTitle(/Prices/)
  await expect(said(page)).toHaveCount(all.length)
  expect(await transcript(page)).toEqual(all)
})

test('two tabs are one conversation', async ({ page, context }) => {
  await page.goto('/demo')
  await open(page)
  const other = await context.newPage()
  await other.goto('/demo/pricing')
  await open(other)
  await say(page, 'Hello from the first tab')
  await expect(mine(other).filter({ hasText: 'Hello from the first tab' })).toHaveCount(1)
  await say(other, 'And hello from the second')
  await expect(mine(page).filter({ hasText: 'And hello from the second' })).toHaveCount(1)
  expect(await transcript(other)).toEqual(await transcript(page))
})

test('what is written offline is sent once, as soon as it can be', async ({ page, context, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  await page.goto('/demo')
  await open(page)
  await context.setOffline(true)
  await field(page).fill('Written on the train')
  await field(page).press('Enter')
  await expect(chat(page).locator('.waiting')).toHaveCount(1)
  await expect(chat(page).getByRole('status')).toContainText('You are offline')
  await context.setOffline(false)
  await expect(chat(page).locator('.waiting')).toHaveCount(0)
  await expect(mine(page).filter({ hasText: 'Written on the train' })).toHaveCount(1)
  await expect(theirs(page)).toHaveCount(2)
})

test('an answer that is lost on the way is asked for again, and nothing is doubled', async ({ page, tolerate }) => {
  tolerate(/ERR_FAILED|Failed to load resource/)
  await page.goto('/demo')
  await open(page)
  let lost = 0
  await page.route('**/messages', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch() // The server has taken it, the visitor's browser never learns.
    await route.abort()
  })
  await say(page, 'Did you get this?')
  expect(lost).toBeGreaterThan(0)
  await expect(chat(page).locator('.waiting')).toHaveCount(0)
  await expect(mine(page).filter({ hasText: 'Did you get this?' })).toHaveCount(1)
  await page.reload()
  await expect(mine(page).filter({ hasText: 'Did you get this?' })).toHaveCount(1)
  await expect(theirs(page)).toHaveCount(2)
})

test('another site needs no more than one script and one address', async ({ page }) => {
  const home = new URL((await page.request.get('/demo')).url()).origin
  const key = await demoKey(page)
  const policy = `default-src 'none'; img-src data:; script-src ${home}; connect-src ${home}; require-trusted-types-for 'script'`
  const shop = http.createServer((_, answer) => {
    answer.setHeader('content-security-policy', policy)
    answer.setHeader('cross-origin-embedder-policy', 'require-corp')
    answer.setHeader('content-type', 'text/html')
    answer.end(
      `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,"></head><body><main><h1>Shop</h1><button>Buy</button></main>
       <script src="${home}/widget.js" data-key="${key}" data-accent="#ffcc00" data-position="left" data-title="Ask the shop"></script></body></html>`,
    )
  })
  await new Promise<void>((listening) => shop.listen(0, '127.0.0.1', listening))
  try {
    await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`)
    await open(page)
    await say(page, 'Hello, shop')
    await expect(chat(page).getByRole('dialog', { name: 'Ask the shop' })).toBeVisible()
  } finally {
    shop.close()
  }
})

test('a site the key does not name gets no chat', async ({ page }) => {
  const key = await demoKey(page)
  const refused = await page.request.post('/api/v1/widget/sessions', {
    headers: { origin: 'https://elsewhere.example' },
    data: { widgetKey: key },
  })
  expect(refused.status()).toBe(403)
  expect(((await refused.json()) as { code: string }).code).toBe('origin-not-allowed')
})

test('everything can be done with the keyboard', async ({ page }) => {
  await page.goto('/demo')
  await launcher(page).focus()
  await page.keyboard.press('Enter')
  await expect(theirs(page)).toHaveCount(1)
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('Hello')
  await page.keyboard.press('Enter')
  await expect(theirs(page)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(chat(page).getByRole('dialog')).toBeHidden()
  await expect(launcher(page)).toBeFocused()
  await expect(launcher(page)).toHaveAttribute('aria-expanded', 'false')
})

test('what was said is text, and only new messages are announced', async ({ page }) => {
  await page.goto('/demo')
  await open(page)
  await say(page, '<img src=x onerror="document.title=1"> <b>bold</b>')
  await expect(mine(page).filter({ hasText: '<b>bold</b>' })).toHaveCount(1)
  expect(await chat(page).locator('img, b').count()).toBe(0)
  await expect(chat(page).getByRole('log')).toHaveAttribute('aria-live', 'polite')
})

/** Where everything of the site itself stands. */
const places = (page: Page) =>
  page.locator('body > :not(rapport-chat) *').evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.tagName, x, y, width, height]
    }),
  )

test('nothing on the page moves', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
    Object.assign(window, { shifts })
  })
  await page.goto('/demo')
  await expect(launcher(page)).toBeVisible()
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  expect(shifts).toEqual([])

  const before = await places(page)
  expect(before.length).toBeGreaterThan(10)
  await open(page)
  await say(page, 'Hello')
  expect(await places(page)).toEqual(before)
})

const VIEWS: [name: string, path: string, options: BrowserContextOptions][] = [
  ['light', '/demo', {}],
  ['dark', '/demo/pricing', { colorScheme: 'dark' }],
  ['rtl', '/demo?lang=ar', {}],
  ['phone', '/demo?lang=de', { viewport: { width: 390, height: 844 } }],
  ['phone-rtl-dark', '/demo?lang=ar', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
]

for (const [name, path, options] of VIEWS) {
  test.describe(name, () => {
    test.use(options)

    test(`axe finds nothing wrong, closed and open: ${name}`, async ({ page }) => {
      await page.goto(path)
      await expect(launcher(page)).toBeVisible()
      await look(page, `widget-${name}-closed`)
      await open(page)
      await say(page, '42, Excel 365?')
      if (path.includes('ar')) {
        await expect(chat(page).locator('.place')).toHaveAttribute('dir', 'rtl')
        await expect(said(page).first()).toHaveCSS('direction', 'rtl')
      }
      await look(page, `widget-${name}-open`)
    })
  })
}
