import { queryOptions } from '@tanstack/react-query'
import { get, patch, post, remove } from './client'
import type { Role } from './me'

/** Somebody who may sign in, as administrators see them. */
export type TeamUser = { id: string; email: string; name: string; roles: Role[]; disabled: boolean; invited: boolean; createdAt: string }

/** A link with which somebody sets a password: sent by e-mail, or else told this once. */
export type PasswordLink = { path: string | null; expiresAt: string; sent?: boolean }

export type NewUser = Pick<TeamUser, 'email' | 'name' | 'roles'>

const USERS = '/api/v1/users'
const user = (id: string) => `${USERS}/${encodeURIComponent(id)}`

/** Everybody of the workspace, the first 200. */
export const team = queryOptions({
  queryKey: ['team'],
  queryFn: async ({ signal }) => (await get<{ items: TeamUser[] }>(USERS, { query: { limit: 200 }, signal })).items,
})

export const inviteUser = (text: NewUser) => post<TeamUser & { invitation: PasswordLink }>(USERS, text)
export const changeUser = (id: string, part: Partial<Pick<TeamUser, 'email' | 'name' | 'roles' | 'disabled'>>) => patch<TeamUser>(user(id), part)

/** What a sign-in provider, named by its address, calls somebody. */
export type Identity = { issuer: string; subject: string; since: string }

export const identities = (id: string) =>
  queryOptions({
    queryKey: ['team', id, 'identities'],
    queryFn: async ({ signal }) => (await get<{ items: Identity[] }>(`${user(id)}/identities`, { signal })).items,
  })

/** Lets whoever the provider vouches for with this address be the user from now on; ends the user's sessions. */
export const detachIdentities = (id: string) => remove(`${user(id)}/identities`)

export const passwordLink = (id: string) => post<PasswordLink>(`${user(id)}/password-link`)

export type Session = { id: string; createdAt: string; expiresAt: string; agent?: string | null; current: boolean }
export type ApiToken = { id: string; name: string; roles: Role[]; readOnly: boolean; createdAt: string; expiresAt?: string | null; usedAt?: string | null }

export const sessions = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await get<{ items: Session[] }>('/api/v1/sessions', { signal })).items,
})

export const endSession = (id: string) => remove(`/api/v1/sessions/${encodeURIComponent(id)}`)
export const endOtherSessions = () => remove('/api/v1/sessions')

export const apiTokens = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await get<{ items: ApiToken[] }>('/api/v1/tokens', { signal })).items,
})

export const addToken = (text: { name: string; roles: Role[]; readOnly: boolean; expiresAt?: string }) => post<ApiToken & { token: string }>('/api/v1/tokens', text)
export const endToken = (id: string) => remove(`/api/v1/tokens/${encodeURIComponent(id)}`)

export const changeOwnPassword = (text: { current: string; password: string }) => post<void>('/api/v1/me/password', text)

/** Who else lets people in, and whether a lost password can be set anew by e-mail. */
export type SignInWays = { passwordReset: boolean; providers: { id: string; name: string; start: string }[] }

export const signInWays = queryOptions({
  queryKey: ['sign-in-ways'],
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
  queryFn: ({ signal }) => get<SignInWays>('/api/v1/sign-in/providers', { signal }),
})

/** Says the same whether somebody has that address or not. */
export const askForReset = (email: string) => post<void>('/api/v1/password-resets', { email })

/** Sets a password by a link; nobody has to be signed in. */
export const setPassword = (text: { token: string; password: string }) => post<void>('/api/v1/password-links/use', text)
