import { amountIn } from '@/i18n/amount'
import type { FlowField, Value } from './wire'

/** The words for yes and no, since a flow has none. */
export interface YesNo {
  yes: string
  no: string
}

/** A value in words, by the habits of a language: amounts, ranges, labels of options, lists. */
export function display(field: FlowField, value: Value, locale: string, words: YesNo): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
  const label = (text: string) => [...field.options, ...field.suggestions].find((option) => option.value === text)?.label ?? text
  if (Array.isArray(value)) return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(value.map(label))
  return field.type === 'money' || field.type === 'count' ? amountIn(value, locale) : label(value)
}
