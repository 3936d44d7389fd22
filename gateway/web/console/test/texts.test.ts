import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/i18n/languages'
import ar from '@/i18n/texts/ar.json'
import de from '@/i18n/texts/de.json'
import en from '@/i18n/texts/en.json'
import es from '@/i18n/texts/es.json'
import type { Text, Texts } from '@/i18n/translate'

const all: Record<keyof typeof LANGUAGES, Texts> = { en, de, es, ar }

const forms = (text: Text | undefined) => (typeof text === 'object' ? Object.values(text) : [text ?? ''])
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe.each(Object.entries(all))('the texts in %s', (language, texts) => {
  it('have a text for every key, and no other', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort())
  })

  it('leave the same holes', () => {
    for (const [key, text] of Object.entries(en as Texts)) {
      const expected = holes(forms(text).at(-1) ?? '')
      for (const form of forms(texts[key]).filter((form) => !isZero(texts[key], form))) {
        expect(holes(form), `${key} in ${language}`).toEqual(expected)
      }
    }
  })

  it('say nothing with nothing', () => {
    for (const [key, text] of Object.entries(texts)) for (const form of forms(text)) expect(form.trim(), key).not.toBe('')
  })

  it('have every plural that the language has', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text !== 'object') continue
      const missing = pluralCategories.filter((category) => !(category in text) && category !== 'many')
      expect(missing, key).toEqual([])
      expect(text, key).toHaveProperty('other')
    }
  })
})

/** Nothing is counted by "none", so its text may do without the number. */
const isZero = (text: Text | undefined, form: string) => typeof text === 'object' && text.zero === form
