import type { Api } from './api'
import { expect, type Page, test } from './harness'
import { oneOf, randomFrom } from './random'

// Two people who write into one record at once, as chance would have it: RANDOM_EDITS=1000 for the long proof,
// RANDOM_SEED to see the same once more.

const EDITS = Number(process.env.RANDOM_EDITS ?? 10)
const SEED = Number(process.env.RANDOM_SEED ?? 7)

/** By their labels, and where the record keeps them. */
const PATHS: Record<string, string> = {
  'Profile name': 'prototype_name',
  Company: 'company_name',
  'Job title': 'job_title',
  Education: 'demographics.education',
  'Work background': 'demographics.work_experience',
  Industry: 'demographics.industry',
}
const SHARED = ['Work background', 'Industry']

type Written = { name: string; value: string }

const field = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}( \\*)?( asking now)?$`) })
const conflicts = (page: Page) => page.getByRole('group', { name: 'Two different things were written here' })

test(`${EDITS} edits at random in two browsers: nothing is lost, and both end with the same (seed ${SEED})`, async ({ page, another, api, tolerate }) => {
  test.setTimeout(10 * 60_000 + EDITS * 10_000)
  tolerate(/ERR_INTERNET_DISCONNECTED/)
  const id = await api.record('customer-profile', { b2b_b2c: 'B2B' })
  const other = await another()
  for (const side of [page, other]) {
    await side.goto(`studio/${id}`)
    await expect(field(side, 'Profile name')).toBeVisible()
  }
  const [sent, sentToo] = [listen(page), listen(other)]
  const [ours, theirs] = await Promise.all([
    write(page, 'a', ['Profile name', 'Company'], randomFrom(SEED)),
    write(other, 'b', ['Job title', 'Education'], randomFrom(SEED + 1)),
  ])
  await settle([page, other])
  const last = new Map([...ours, ...theirs].filter(({ name }) => !SHARED.includes(name)).map(({ name, value }) => [name, value]))
  for (let looks = 0; looks < 2; looks++) {
    for (const [name, value] of last) for (const side of [page, other]) await expect(field(side, name)).toHaveValue(value)
    for (const name of SHARED) await expect(field(other, name)).toHaveValue(await field(page, name).inputValue())
    for (const side of [page, other]) await side.reload()
  }
  await expectAllKept(api, id, ours, sent)
  await expectAllKept(api, id, theirs, sentToo)
})

/** Half of the edits: into fields of one's own and into those both write to; now and then without a network. */
async function write(page: Page, side: string, own: string[], random: () => number): Promise<Written[]> {
  const written: Written[] = []
  for (let count = 0; count < EDITS / 2; count++) {
    if (random() < 0.08) await page.context().setOffline(true)
    else if (random() < 0.3) await page.context().setOffline(false)
    const name = oneOf([...own, ...SHARED], random)
    const value = `${name} ${side}${count}`
    await field(page, name).fill(value)
    await field(page, name).blur()
    written.push({ name, value })
  }
  await page.context().setOffline(false)
  return written
}

/** What two have written differently is chosen by one of them, until nobody waits for anything. */
async function settle(sides: Page[]) {
  const [first] = sides as [Page]
  await expect(async () => {
    const both = conflicts(first).first()
    if (await both.isVisible()) await both.getByRole('button', { name: 'Keep this one' }).first().click()
    for (const side of sides) {
      await expect(side.getByText('Saved', { exact: true })).toBeVisible()
      await expect(conflicts(side)).toHaveCount(0, { timeout: 2_000 })
    }
  }).toPass({ timeout: 300_000 })
}

type Answered = { path: string; value: unknown; outcome: string }

/** Every edit that a browser sends, with what the server answers. */
function listen(page: Page): Answered[] {
  const answered: Answered[] = []
  page.on('response', async (response) => {
    if (response.request().method() !== 'PATCH' || !response.ok()) return
    const { edits } = response.request().postDataJSON() as { edits: { mutationId: string; path: string; value: unknown }[] }
    const { results } = (await response.json()) as { results: { mutationId: string; outcome: string }[] }
    for (const { mutationId, path, value } of edits) {
      answered.push({ path, value, outcome: results.find((one) => one.mutationId === mutationId)?.outcome ?? 'none' })
    }
  })
  return answered
}

/**
 * What one wrote into a field before it could be sent gives way to what the same person wrote there later; the last
 * is always sent. What the server took stands in the record's history, and what it did not take was offered beside it.
 */
async function expectAllKept(api: Api, id: string, written: Written[], answered: Answered[]) {
  for (const [name, path] of Object.entries(PATHS)) {
    const sent = answered.filter((edit) => edit.path === path)
    const last = written.findLast((one) => one.name === name)
    expect(last === undefined || sent.some(({ value }) => value === last.value), `the last of ${name} was sent`).toBe(true)
    expect(sent.filter(({ outcome }) => !['applied', 'unchanged', 'conflict'].includes(outcome)), name).toEqual([])
    const kept = await history(api, id, path)
    expect(sent.filter(({ outcome, value }) => outcome === 'applied' && !kept.has(value)), name).toEqual([])
  }
}

/** Every value a field has had. */
async function history(api: Api, id: string, path: string): Promise<Set<unknown>> {
  const values = new Set<unknown>()
  let cursor: string | undefined
  do {
    const { items, next } = await api.call<{ items: { to?: unknown }[]; next?: string }>('GET', `/api/v1/conversations/${id}/history?path=${path}${cursor === undefined ? '' : `&cursor=${cursor}`}`)
    for (const { to } of items) values.add(to)
    cursor = next ?? undefined
  } while (cursor !== undefined)
  return values
}
