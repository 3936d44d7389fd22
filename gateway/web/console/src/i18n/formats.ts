import { useMemo } from 'react'
import { amountIn } from './amount'
import { useLanguage } from './I18n'

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
]

/** Writes times and numbers as a language does. */
export function formats(language: string, now: () => number = Date.now) {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const amounts = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const scores = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const moves = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const wholeDay = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const list = new Intl.ListFormat(language)
  const languages = new Intl.DisplayNames(language, { type: 'language' })

  /** "5 minutes ago" within a week, else the date. */
  function ago(time: string): string {
    let amount = (new Date(time).getTime() - now()) / 1000
    for (const [unit, next] of STEPS) {
      if (Math.abs(amount) < next - 0.5) return relative.format(Math.round(amount), unit)
      amount /= next
    }
    return date.format(new Date(time))
  }

  return {
    ago,
    /** The day of a time, where one is; a day such as `2026-03-01` is the same everywhere. */
    day: (time: string) => (time.length === 10 ? wholeDay : date).format(new Date(time)),
    moment: (time: string) => moment.format(new Date(time)),
    /** The month of a day, for an axis; its year in full, or `Jun 26` would be a day. */
    shortDay: (day: string) => shortDay.format(new Date(day)),
    money: (amount: number, currency: string | undefined) => money(language, amount, currency),
    /** `50000-80000 EUR` and the like, as amounts are kept that somebody told. */
    told: (text: string) => amountIn(text, language),
    /** Always with one digit, so that scores stand below each other. */
    score: (score: number) => scores.format(score),
    /** How far a score moved. */
    moved: (points: number) => moves.format(points),
    number: (amount: number) => amounts.format(amount),
    signedNumber: (amount: number) => signed.format(amount),
    percent: (share: number) => percent.format(share),
    /** The name of a language, such as `de`; what is none stays. */
    language: (tag: string) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? (languages.of(tag) ?? tag) : tag),
    list: (words: string[]) => list.format(words),
  }
}

/** Short enough for a table; an amount of which the currency is not known is a number. */
function money(language: string, amount: number, currency: string | undefined): string {
  const short = { notation: 'compact', maximumFractionDigits: Math.abs(amount) < 1000 ? 0 : 1 } as const
  const known = currency !== undefined && /^[A-Z]{3}$/.test(currency)
  return new Intl.NumberFormat(language, known ? { ...short, style: 'currency', currency } : short).format(amount)
}

export function useFormats() {
  const [language] = useLanguage()
  return useMemo(() => formats(language), [language])
}
