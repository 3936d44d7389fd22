import { queryOptions } from '@tanstack/react-query'
import { get, post, put, remove } from './client'

export type ImportStatus = 'uploading' | 'checking' | 'checked' | 'running' | 'done' | 'failed' | 'cancelled'

/** A file of accounts and their contacts, and how far it has been taken over. */
export type Import = {
  id: string
  name: string
  by: string
  createdAt: string
  status: ImportStatus
  /** Of the file, and how many of them have been looked through. */
  parts: number
  read: number
  bytes: number
  columns: { name: string; field?: string; samples: string[] }[]
  tally: { rows: number; created: number; updated: number; unchanged: number; failed: number }
  problems: { row: number; detail: string }[]
}

const IMPORTS = '/api/v1/accounts/imports'
export const importPath = (id: string, rest = '') => `${IMPORTS}/${encodeURIComponent(id)}${rest}`

export const imports = queryOptions({ queryKey: ['imports'], queryFn: ({ signal }) => get<Import[]>(IMPORTS, { signal }) })

export const beginImport = (name: string) => post<Import>(IMPORTS, { name })
export const sendPart = (id: string, number: number, part: Blob, signal: AbortSignal) =>
  put<Import>(importPath(id, `/parts/${number}`), part, { headers: { 'Content-Type': 'text/csv' }, signal })
export const checkImport = (id: string, mapping?: (string | null)[]) => post<Import>(importPath(id, '/check'), mapping === undefined ? {} : { mapping })
export const runImport = (id: string) => post<Import>(importPath(id, '/run'))
export const stopImport = (id: string) => remove<Import>(importPath(id))

/** What the archive of a colleague's own LinkedIn account led to, or would lead to. */
export type LinkedinOutcome = {
  applied: boolean
  /** Connections in the file; those of them without an e-mail address, who are nobody here, and who are known. */
  rows: number
  withoutAddress: number
  unknown: number
  matched: number
  /** Contacts that get the address of a profile, that have it, and whose other address stays. */
  given: number
  same: number
  kept: number
  faulty: number
  problems: { row: number; detail: string }[]
}

/** Changes nothing unless it is to be applied. */
export const takeLinkedinArchive = (archive: Blob, apply: boolean) =>
  post<LinkedinOutcome>('/api/v1/contacts/linkedin/archive', archive, { query: { apply }, headers: { 'Content-Type': 'application/octet-stream' } })
