import type { PersonField } from '@/api/people'
import type { Value } from '@/api/records'

/** A value of the server's as it can be shown. */
export function readable(value: unknown): Exclude<Value, null> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.map(String) : JSON.stringify(value ?? '')
}

/** How a language writes what is kept of people. */
export type Writing = { moment: (time: string) => string; percent: (share: number) => string; told: (text: string) => string; language: (tag: string) => string }

const SHARES = ['intelligence.intentScore', 'intelligence.conversionProbability']
const AMOUNTS = ['company.size', 'requirements.budgetRange']

/** A value as a person reads it: times, shares and amounts as the language in use writes them. */
export function written(field: Pick<PersonField, 'path' | 'type'>, value: unknown, writing: Writing): Exclude<Value, null> {
  if (typeof value === 'number' && SHARES.includes(field.path)) return writing.percent(value)
  if (typeof value !== 'string') return readable(value)
  if (field.type === 'time') return Number.isNaN(Date.parse(value)) ? value : writing.moment(value)
  if (field.path === 'identity.language') return writing.language(value)
  return AMOUNTS.includes(field.path) ? writing.told(value) : value
}

/** A value as text to write in, tags one a line. */
export const textOf = (value: unknown) => (Array.isArray(value) ? value.join('\n') : value === undefined || value === null ? '' : String(value))

/** What was written, as the field wants it; null where nothing was. */
export function valueOf(field: PersonField, text: string): unknown {
  const plain = text.trim()
  if (plain === '') return null
  switch (field.type) {
    case 'number':
      return Number.isFinite(Number(plain)) ? Number(plain) : plain
    case 'flag':
      return plain === 'true'
    case 'tags':
      return plain.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    default:
      return plain
  }
}
