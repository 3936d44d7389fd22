import { queryOptions } from '@tanstack/react-query'
import { get, post, remove } from './client'

export const RUNNING = ['starting', 'reading', 'proposing']

export type Crawl = {
  number: number
  stage: 'starting' | 'reading' | 'proposing' | 'done' | 'stopped' | 'failed'
  startedAt: string
  finishedAt?: string
  counts: { found: number; waiting: number; read: number; unchanged: number; skipped: number; failed: number; bytes: number }
  problems: { code: string; detail: string; url?: string }[]
  technologies: { name: string; category: string; page: string }[]
  proposed: number
  suggested: number
}

export type SitePage = {
  id: string
  url: string
  state: 'waiting' | 'read' | 'unchanged' | 'skipped' | 'failed'
  title?: string
  words?: number
  detail?: string
}

/** A website personas are made from. */
export type Site = {
  id: string
  rev: number
  url: string
  hosts: string[]
  maxPages: number
  createdAt: string
  crawl: Crawl
  pages?: SitePage[]
}

const SITES = '/api/v1/sites'
export const sitePath = (id: string, rest = '') => `${SITES}/${encodeURIComponent(id)}${rest}`

const AGAIN_MS = 3000

/** All sites; asked for again while one is being read. */
export const sites = queryOptions({
  queryKey: ['sites', 'list'],
  queryFn: async ({ signal }) => (await get<{ items: Site[] }>(SITES, { signal })).items,
  refetchInterval: ({ state }) => (state.data?.some(({ crawl }) => isRunning(crawl)) ? AGAIN_MS : false),
})

export const isRunning = (crawl: Crawl) => RUNNING.includes(crawl.stage)

export const addSite = (url: string, maxPages: number) => post<Site>(SITES, { url, maxPages })
export const crawlAgain = (id: string) => post<Site>(sitePath(id, '/crawl'))
export const stopCrawl = (id: string) => post<Site>(sitePath(id, '/stop'))
export const removeSite = (id: string) => remove(sitePath(id))
