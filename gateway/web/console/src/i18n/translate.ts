/** Keeps a text's direction to itself, in the middle of another. */
export const isolated = (text: string) => `\u2068${text}\u2069`

/** A text, or one for each plural category that its language has. */
export type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>

export type Texts = Record<string, Text>

export type Values = Record<string, string | number>

export type Translate<Key extends string> = (key: Key, values?: Values) => string

/**
 * Reads texts of one language. `{name}` stands for a value; numbers are written as the language does,
 * and `count` chooses among plurals. What has no text shows its key, so that it is noticed.
 */
export function translator<Key extends string>(texts: Texts, language: string): Translate<Key> {
  const plurals = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (key, values = {}) => {
    const text = texts[key]
    const pattern = typeof text === 'object' ? (text[plurals.select(Number(values.count))] ?? text.other) : text
    return (pattern ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name]
      return typeof value === 'number' ? numbers.format(value) : (value ?? hole)
    })
  }
}
