import { queryOptions } from '@tanstack/react-query'
import { get, post } from './client'
import type { Subject } from './tasks'

/** A checklist one can be led through: six steps, as Rapport words them. */
export type Guide = { guide: string; title: string; text: string; steps: string[] }

/** One that was begun for somebody. It is a task: its steps are that task's items, by their number. */
export type BegunGuide = {
  guide: string
  task: string
  rev: number
  title: string
  assignee: string | null
  due: string | null
  steps: { text: string; done: boolean; by?: string | null; at?: string | null }[]
  done: number
  of: number
  next: number | null
  state: 'open' | 'done'
}

const GUIDES = '/api/v1/tasks/guides'

export const guides = queryOptions({
  queryKey: ['guides'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => (await get<{ items: Guide[] }>(GUIDES, { signal })).items,
})

/** What was begun for somebody, done ones too. It is kept with tasks, since whatever is done with one changes the other. */
export const guidesOf = ({ type, id }: Subject) =>
  queryOptions({
    queryKey: ['tasks', 'guides', type, id],
    queryFn: async ({ signal }) => (await get<{ items: BegunGuide[] }>(`${GUIDES}/begun`, { query: { subject: `${type}:${id}` }, signal })).items,
  })

/** The one that is open already, if there is one. */
export const beginGuide = (guide: string, subject: Subject, assignee: string) => post<BegunGuide>(`${GUIDES}/${encodeURIComponent(guide)}`, { subject, assignee })
export const tickStep = ({ task, rev }: BegunGuide, item: number, done: boolean) => post<unknown>(`/api/v1/tasks/${encodeURIComponent(task)}/check`, { rev, item, done })
