import { queryOptions } from '@tanstack/react-query'
import { call, get, post, remove } from './client'

export type PersonaStatus = 'proposed' | 'approved' | 'rejected' | 'merged'

/** What a persona is said to be, and a page's own words for it. */
export type Claim = { part: string; text: string; quote: string; page: string }

/** What a person may write of a persona. */
export type PersonaText = {
  name: string
  description: string
  needs: string[]
  vocabulary: string[]
  exemplars: string[]
  opening: string | null
  nextSteps: string | null
  questions: { path: string | null; text: string }[]
  buttons: { label: string; topic: string | null }[]
  knowledge: { topic: string; question: string; answer: string; source: string | null }[]
}

/** What a site says now that a persona people have reviewed does not have. */
export type Suggestion = { id: string; part: string; text: string; answer: PersonaText['knowledge'][number] | null; claim: Claim | null }

/** What a persona was before, since when. */
export type PersonaVersion = { at: string; by: string | null; state: PersonaText & { version: number } }

/** A kind of visitor, how to recognise one, and what to say. */
export type Persona = PersonaText & {
  id: string
  /** To be given with the next change. */
  rev: number
  version: number
  site: string
  status: PersonaStatus
  maker: 'crawl' | 'starter' | 'person'
  claims: Claim[]
  suggestions: Suggestion[]
  changedAt: string
  by: string | null
}

const ALL = '/api/v1/personas'
const one = (id: string) => `${ALL}/${encodeURIComponent(id)}`

export const personas = queryOptions({
  queryKey: ['personas', 'list'],
  queryFn: async ({ signal }) => (await get<{ items: Persona[] }>(ALL, { signal })).items,
})

export const persona = (id: string) =>
  queryOptions({ queryKey: ['personas', 'one', id], queryFn: ({ signal }) => get<Persona>(one(id), { signal }) })

export const personaVersions = (id: string) =>
  queryOptions({
    queryKey: ['personas', 'versions', id],
    queryFn: async ({ signal }) => (await get<{ items: PersonaVersion[] }>(`${one(id)}/versions`, { signal })).items,
  })

export const addPersona = (text: PersonaText) => post<Persona>(ALL, text)
export const editPersona = (id: string, rev: number, text: PersonaText) => call<Persona>('PUT', one(id), { body: { rev, ...text } })
export const decide = (id: string, rev: number, decision: 'approve' | 'reject') => post<Persona>(`${one(id)}/${decision}`, { rev })
export const deletePersona = (id: string, rev: number) => remove(one(id), { query: { rev } })
export const mergePersona = (id: string, rev: number, into: { id: string; rev: number }) =>
  post<Persona>(`${one(id)}/merge`, { rev, into: into.id, intoRev: into.rev })

export const answerSuggestion = (id: string, rev: number, suggestion: string, answer: 'accept' | 'dismiss') =>
  post<Persona>(`${one(id)}/suggestions/${encodeURIComponent(suggestion)}/${answer}`, { rev })
