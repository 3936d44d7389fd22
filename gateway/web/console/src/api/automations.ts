import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call, get, post, remove } from './client'
import type { Page } from './records'
import type { Subject } from './tasks'

/** Something wrong with a text; line and column count from 1. */
export type Fault = { line: number; column: number; code: string; detail: string }

/** What begins by itself when something happens, and what it then does. */
export type Automation = {
  name: string
  /** To be given with the next change. */
  rev: number
  version: number
  title: string
  description: string
  subject: string | null
  trigger: string | null
  actions: string[]
  enabled: boolean
  playbook: boolean
  changedAt: string
  by: string | null
  yaml: string
  faults: Fault[]
}

export type Reading = { automations: { name: string; title: string; subject: string; trigger: string; actions: string[] }[]; faults: Fault[] }

/** Everything an automation may name. */
export type Vocabulary = {
  words: { name: string; kind: string; subject: string; meaning: string }[]
  actions: { name: string; does: string; parameters: Record<string, { required: boolean; meaning: string }> }[]
}

export type Step = {
  action: string
  state: 'waiting' | 'done' | 'failed'
  attempts: number
  due: string | null
  at: string | null
  result: string | null
  /** The id of what it made, such as a task's. */
  reference: string | null
  error: string | null
}

export type Run = {
  id: string
  rev: number
  automation: string
  version: number
  subject: Subject
  trigger: string
  startedAt: string
  state: 'waiting' | 'done' | 'failed'
  steps: Step[]
}

/** What automations would have done in the past. */
export type Trial = { observed: number; complete: boolean; runs: { automation: string; subject: Subject; at: string }[] }

const ALL = '/api/v1/automations'
const PAGE = 20
const AGAIN_MS = 10_000
const one = (name: string, rest = '') => `${ALL}/${encodeURIComponent(name)}${rest}`

export const automations = queryOptions({
  queryKey: ['automations', 'list'],
  queryFn: async ({ signal }) => (await get<{ items: Automation[] }>(ALL, { signal })).items,
})

export const automation = (name: string) =>
  queryOptions({ queryKey: ['automations', 'one', name], queryFn: ({ signal }) => get<Automation>(one(name), { signal }) })

export const vocabulary = queryOptions({
  queryKey: ['automation-vocabulary'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => get<Vocabulary>(`${ALL}/vocabulary`, { signal }),
})

/** What a text says; asked for once for each text. */
export const reading = (yaml: string) =>
  queryOptions({
    queryKey: ['automation-reading', yaml],
    enabled: yaml.trim() !== '',
    staleTime: 60_000,
    queryFn: ({ signal }) => post<Reading>(`${ALL}/validate`, { yaml }, { signal }),
  })

export const runs = (name: string) =>
  infiniteQueryOptions({
    queryKey: ['automations', 'runs', name],
    queryFn: ({ pageParam, signal }) => get<Page<Run>>(one(name, '/runs'), { query: { cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: AGAIN_MS,
  })

export const addAutomations = async (yaml: string) => (await post<{ items: Automation[] }>(ALL, { yaml })).items
export const editAutomation = (name: string, rev: number, yaml: string) => call<Automation>('PUT', one(name), { body: { rev, yaml } })
export const switchAutomation = (name: string, rev: number, on: boolean) => post<Automation>(one(name, on ? '/enable' : '/disable'), { rev })
export const removeAutomation = (name: string, rev: number) => remove(one(name), { query: { rev } })
export const tryAutomation = (yaml: string, days: number) => post<Trial>(`${ALL}/dry-run`, { yaml, days })
export const retryRun = ({ automation, id, rev }: Run) => post<Run>(one(automation, `/runs/${encodeURIComponent(id)}/retry`), { rev })
