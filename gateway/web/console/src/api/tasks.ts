import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post } from './client'
import type { Role } from './me'
import type { Page } from './records'

/** Whom or what something is about. */
export type Subject = { type: string; id: string }

export type Priority = 'low' | 'normal' | 'high'

/** Something for a person to do. */
export type Task = {
  id: string
  /** To be given with the next change. */
  rev: number
  title: string
  text: string
  checklist: { text: string; done: boolean }[]
  subject: Subject | null
  assignee: string | null
  /** The role of which anybody may do it, while there is no assignee. */
  role: Role | null
  priority: Priority
  due: string | null
  state: 'open' | 'done'
  /** The run of an automation that made it; null when a person did. */
  origin: { automation: string; run: string; step: number } | null
  comments: { at: string; by: string; text: string }[]
  history: { at: string; by: string | null; what: string; detail: string | null }[]
}

/** Whose tasks, and which: those to do, or those that are done. */
export type TaskView = 'mine' | 'all' | 'done'

export type NewTask = { title: string; text: string; priority: Priority; due?: string; assignee?: string; role?: Role }

const TASKS = '/api/v1/tasks'
const PAGE = 40
const AGAIN_MS = 20_000
const one = (id: string, rest = '') => `${TASKS}/${encodeURIComponent(id)}${rest}`

function list(name: string, query: { who: 'mine' | 'all'; state: 'open' | 'done'; subject?: string }) {
  return infiniteQueryOptions({
    queryKey: ['tasks', 'list', name],
    queryFn: ({ pageParam, signal }) => get<Page<Task>>(TASKS, { query: { ...query, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: AGAIN_MS,
  })
}

export const tasks = (view: TaskView) => list(view, { who: view === 'mine' ? 'mine' : 'all', state: view === 'done' ? 'done' : 'open' })

/** What is to be done about somebody or something. */
export const tasksOf = ({ type, id }: Subject) => list(`${type}:${id}`, { who: 'all', state: 'open', subject: `${type}:${id}` })

export const task = (id: string) => queryOptions({ queryKey: ['tasks', 'one', id], queryFn: ({ signal }) => get<Task>(one(id), { signal }) })

export const addTask = (task: NewTask) => post<Task>(TASKS, task)

/** What can be done with a task; each names the revision it was decided on. */
export type TaskChange =
  | { do: 'complete' | 'reopen' }
  | { do: 'assign'; assignee?: string; role?: Role }
  | { do: 'due'; due: string | null }
  | { do: 'check'; item: number; done: boolean }
  | { do: 'comments'; text: string }

export const changeTask = (id: string, rev: number, { do: what, ...rest }: TaskChange) => post<Task>(one(id, `/${what}`), { rev, ...rest })
