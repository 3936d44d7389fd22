import { queryOptions } from '@tanstack/react-query'
import { get } from './client'
import type { Role } from './me'

/** Somebody who works with this Rapport. */
export type Colleague = { id: string; name: string; roles: Role[]; disabled: boolean }

/** All of the workspace, oneself too. */
export const colleagues = queryOptions({
  queryKey: ['colleagues'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => (await get<{ items: Colleague[] }>('/api/v1/colleagues', { signal })).items,
})
