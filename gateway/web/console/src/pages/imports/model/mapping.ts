import type { Import } from '@/api/imports'

/** What a column can stand for. */
export const IMPORT_FIELDS = [
  'name', 'externalId', 'domain', 'website', 'industry', 'segment', 'employees', 'annualRevenue', 'currency', 'country', 'city', 'description', 'owner',
  'technologies', 'competitors', 'tags', 'contact.name', 'contact.email', 'contact.phone', 'contact.title', 'contact.department', 'contact.level', 'contact.roles',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

export type Mapping = (string | null)[]

export const mappingOf = ({ columns }: Pick<Import, 'columns'>): Mapping => columns.map(({ field }) => field ?? null)

/** A column means something else; no field is meant by two, so the other one is passed over. */
export const mapped = (mapping: Mapping, column: number, field: string | null): Mapping =>
  mapping.map((before, place) => (place === column ? field : field !== null && before === field ? null : before))

/** How much of a file is looked through, from 0 to 1. */
export const shareOf = ({ read, parts }: Pick<Import, 'read' | 'parts'>) => (parts === 0 ? 0 : Math.min(1, read / parts))
