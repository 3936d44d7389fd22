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

/** Takes a picture of the page as it is, and says who is shut out of it: nobody. */
export async function look(page: Page, name: string) {
  await page.screenshot({ path: `../target/journeys/screenshots/${name}.png`, animations: 'disabled' })
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`))
  expect(found, name).toEqual([])
}
