import { queryOptions } from '@tanstack/react-query'
import { get, post } from './client'
import { Problem } from './problem'

export type Role = 'viewer' | 'marketer' | 'sales' | 'success' | 'admin'

/** Who is signed in. */
export type User = { id: string; email: string; name: string; roles: Role[]; workspace: string }

/** Who is signed in, or null when nobody is. */
export const me = queryOptions({
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<User | null> => {
    try {
      return await get<User>('/api/v1/me', { signal })
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) return null
      throw problem
    }
  },
})

export const signIn = (email: string, password: string) =>
  post<{ user: User }>('/api/v1/sign-in', { email, password }).then((answer) => answer.user)

export const signOut = () => post<void>('/api/v1/sign-out')

/** Whether somebody may change customer profiles and buying processes. */
export const mayWrite = (user: User) => user.roles.includes('marketer') || user.roles.includes('admin')

/** Whether somebody may change accounts, and deal with their alerts. */
export const mayServe = (user: User) => (['sales', 'success', 'admin'] as const).some((role) => user.roles.includes(role))
