import { AxeBuilder } from '@axe-core/playwright'
import { test as base, type BrowserContext, expect, type Page } from '@playwright/test'
import { Api } from './api'

export { expect, type Page } from '@playwright/test'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

type Fixtures = {
  /** Another browser of the same person. */
  another: () => Promise<Page>
  /** Wants a complaint of the browser's that would otherwise fail the test. */
  tolerate: (complaint: RegExp) => void
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Pages of a person who is signed in, and the API in the same person's hands. A test fails when the
 * browser complains: of an error in a script, of something its policy refuses, of a broken answer.
 */
export const test = base.extend<Fixtures, { api: Api; signedIn: State }>({
  api: [
    async ({}, use) => {
      await use(await Api.signIn())
    },
    { scope: 'worker' },
  ],
  signedIn: [
    async ({ api }, use) => {
      await use(api.browserState())
    },
    { scope: 'worker' },
  ],
  storageState: async ({ signedIn }, use) => {
    await use(signedIn)
  },
  tolerate: [
    async ({ context }, use) => {
      const tolerated: RegExp[] = []
      const complaints = listen(context)
      await use((complaint) => tolerated.push(complaint))
      expect(complaints.filter((said) => !tolerated.some((one) => one.test(said)))).toEqual([])
    },
    { auto: true },
  ],
  another: async ({ browser, baseURL, signedIn }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'en-US', storageState: signedIn })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

function listen(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complaints.push(String(error.error().stack)))
  return complaints
}

/** What depends on nothing but colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** Takes a picture of the page as it is, and says who is shut out of it: nobody. */
export async function look(page: Page, name: string) {
  await picture(page, name)
  await judge(name, axe(page).withTags(STANDARDS))
}

/** Looks at a page that was looked at, in the other colours: the same elements, so only what colours can do to them. */
export async function lookInTheDark(page: Page, name: string) {
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await picture(page, name)
  await judge(name, axe(page).withRules(OF_COLOURS))
}

const picture = (page: Page, name: string) => page.screenshot({ path: `../target/journeys/screenshots/${name}.png`, animations: 'disabled' })

/** No page has a frame; the way for pages with some would open a second page each time. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

async function judge(name: string, builder: AxeBuilder) {
  const { violations } = await builder.analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`))
  expect(found, name).toEqual([])
}
