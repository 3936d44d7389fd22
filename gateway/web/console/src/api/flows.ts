import { queryOptions } from '@tanstack/react-query'
import { get } from './client'

export type Field = {
  path: string
  type: string
  label: string
  control: boolean
  required: boolean
  options: { value: string; label: string }[]
}

export type Phase = { id: string; title: string; fields: Field[] }

/** What a flow asks, in words of one language. */
export type Flow = {
  name: string
  title: string
  summaryField?: string
  groups: { name: string; key: string; titlePath: string; label: string; itemLabel: string }[]
  phases: Phase[]
}

export const flow = (name: string, locale: string) =>
  queryOptions({
    queryKey: ['flows', name, locale],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => get<Flow>(`/api/v1/flows/${name}`, { query: { locale }, signal }),
  })

/** All flows, by name and in words. */
export const flows = (locale: string) =>
  queryOptions({
    queryKey: ['flows', 'all', locale],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => get<{ name: string; title: string }[]>('/api/v1/flows', { query: { locale }, signal }),
  })
