/** Something to fill in. */
export type FormField = {
  name: string
  label: string
  kind: 'text' | 'number' | 'day' | 'moment' | 'time' | 'area' | 'lines' | 'choice' | 'choices'
  options?: { value: string; label: string }[]
  required?: boolean
  hint?: string
  longest?: number
  /** What is written from the left in every language, such as an address. */
  ltr?: boolean
}

export type Values = Record<string, unknown>

/** What a field shows of a value: text, or the choices that are made. */
export function shownOf({ kind }: FormField, value: unknown): string | string[] {
  if (kind === 'choices') return Array.isArray(value) ? value.map(String) : []
  if (kind === 'lines') return Array.isArray(value) ? value.join('\n') : ''
  if (kind === 'moment') return typeof value === 'string' ? localMoment(value) : ''
  return value === undefined || value === null ? '' : String(value)
}

/** What was filled in, as it is kept; null where there is nothing. */
export function keptOf({ kind }: FormField, shown: string | string[]): unknown {
  if (Array.isArray(shown)) return shown
  const text = shown.trim()
  if (kind === 'lines') return [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
  if (text === '') return null
  if (kind === 'number') return numberOf(text)
  if (kind === 'moment') return new Date(text).toISOString()
  return text
}

/** Only what is another value than before; a new thing leaves out what is empty. */
export function changesOf(fields: readonly FormField[], before: Values, shown: Record<string, string | string[]>, whole: boolean): Values {
  const changes: Values = {}
  for (const field of fields) {
    const kept = keptOf(field, shown[field.name] ?? '')
    const was = keptOf(field, shownOf(field, before[field.name]))
    if (whole ? kept !== null : JSON.stringify(kept) !== JSON.stringify(was)) changes[field.name] = kept
  }
  return changes
}

/** A number as people write it; what is none stays as it was written, so that the server says so. */
function numberOf(text: string): number | string {
  const number = Number(text.replace(/\s/g, '').replace(/^([^.]*),(\d{1,2})$/, '$1.$2'))
  return Number.isFinite(number) ? number : text
}

/** A time as the browser's own field wants it, in the time of who looks at it. */
function localMoment(time: string): string {
  const date = new Date(time)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
