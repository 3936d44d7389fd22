import { queryOptions } from '@tanstack/react-query'
import { get } from './client'

/** Somebody who works with this Rapport. */
export type Colleague = { id: string; name: string; email: string; disabled: boolean }

/** All of the workspace; only administrators may ask. */
export const colleagues = queryOptions({
  queryKey: ['colleagues'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => (await get<{ items: Colleague[] }>('/api/v1/users', { query: { limit: 200 }, signal })).items,
})
