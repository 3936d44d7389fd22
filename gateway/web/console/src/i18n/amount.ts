/** `50000-80000 EUR` and `50-200` are how amounts are kept; here as a language writes them. Anything else was said in other words, and stays. */
export function amountIn(text: string, locale: string): string {
  const match = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?(?: ([A-Z]{3}))?$/.exec(text)
  if (!match) return text
  const [, from, to, currency] = match
  const format = new Intl.NumberFormat(
    locale,
    currency === undefined ? {} : { style: 'currency', currency, maximumFractionDigits: Number.isInteger(Number(from)) ? 0 : 2 },
  )
  return to === undefined ? format.format(Number(from)) : format.formatRange(Number(from), Number(to))
}
