import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/i18n/languages'
import type { Text, Texts } from '@/i18n/translate'

const files = import.meta.glob<Texts>('../src/**/texts/*.json', { eager: true, import: 'default' })
const folders = [...new Set(Object.keys(files).map((file) => file.replace(/[^/]*$/, '')))]
const catalogues = folders.flatMap((folder) =>
  Object.keys(LANGUAGES).map((language) => ({ folder, language, texts: files[`${folder}${language}.json`] ?? {}, en: files[`${folder}en.json`] ?? {} })),
)

const forms = (text: Text | undefined) => (typeof text === 'object' ? Object.values(text) : [text ?? ''])
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

it('there are texts of the shell, of the Studio and of pages', () => {
  expect(folders.length).toBeGreaterThan(4)
})

describe.each(catalogues)('the texts of $folder in $language', ({ language, texts, en }) => {
  it('have a text for every key, and no other', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort())
  })

  it('leave the same holes', () => {
    for (const [key, text] of Object.entries(en)) {
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
