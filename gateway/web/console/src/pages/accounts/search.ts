import { BANDS, type Band, STAGE_NAMES, type Stage } from '@/api/lifecycle'

/** What a list of accounts shows, as its address says it. `health` lists customers by how they do. */
export type AccountsSearch = {
  list?: 'health'
  q?: string
  stage?: Stage
  risk?: boolean
  archived?: boolean
  band?: Band
  owner?: string
  segment?: string
  sort?: string
}

const SORTS = ['name', 'arr', 'renewsOn', 'lastTouchAt', 'changedAt']
const HEALTH_SORTS = ['score', 'name', 'arr', 'renewal-on', 'change', 'churn']

/** Takes from an address what it may say, and nothing else. */
export function accountsSearch(given: Record<string, unknown>): AccountsSearch {
  const health = given.list === 'health'
  const search: AccountsSearch = {}
  if (health) search.list = 'health'
  const q = text(given.q)
  if (q !== undefined) search.q = q
  const owner = text(given.owner)
  if (owner !== undefined) search.owner = owner
  const sorts = health ? HEALTH_SORTS : SORTS
  if (typeof given.sort === 'string' && sorts.includes(given.sort.replace(/^-/, ''))) search.sort = given.sort
  if (health) {
    const band = BANDS.find((one) => one === given.band)
    if (band !== undefined) search.band = band
    const segment = text(given.segment)
    if (segment !== undefined) search.segment = segment
    return search
  }
  const stage = STAGE_NAMES.find((one) => one === given.stage)
  if (stage !== undefined) search.stage = stage
  if (isTrue(given.risk)) search.risk = true
  if (isTrue(given.archived)) search.archived = true
  return search
}

/** A list as the query that a saved view keeps. */
export function queryOf(search: AccountsSearch): string {
  const query = new URLSearchParams({ list: 'all' })
  for (const [name, value] of Object.entries(search)) if (value !== undefined) query.set(name, String(value))
  return query.toString()
}

/** The list that a saved view keeps; a view that was saved as a query of the API is a list by health. */
export function searchOf(query: string): AccountsSearch {
  const given = Object.fromEntries(new URLSearchParams(query))
  return accountsSearch({ list: 'health', ...given })
}

const text = (given: unknown) => (typeof given === 'string' && given.trim() !== '' ? given.slice(0, 200) : typeof given === 'number' ? String(given) : undefined)
const isTrue = (given: unknown) => given === true || given === 'true'
