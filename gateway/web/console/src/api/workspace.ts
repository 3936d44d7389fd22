import { queryOptions } from '@tanstack/react-query'
import { get } from './client'

/** The workspace one is in; `sampleData` when what is in it was made up. */
export type Workspace = { id: string; sampleData: boolean }

export const workspace = queryOptions({
  queryKey: ['workspace'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) => get<Workspace>('/api/v1/workspace', { signal }),
})
