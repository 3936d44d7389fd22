import { createContext, use, useContext, useMemo } from 'react'
import { type Language, pageLanguage } from './languages'
import { type Texts, type Translate, translator } from './translate'

type Loaders<Key extends string> = Record<Language, () => Promise<{ default: Record<Key, Texts[string]> }>>

/** The language in use; changed by {@link I18n}. */
export const LanguageContext = createContext<Language>(pageLanguage())

/** Texts that are loaded in the language they are needed in, and only then. */
export function catalogue<Key extends string>(loaders: Loaders<Key>) {
  const loaded = new Map<Language, Texts>()
  const loading = new Map<Language, Promise<Texts>>()

  function load(language: Language): Promise<Texts> {
    let texts = loading.get(language)
    if (texts === undefined) {
      texts = loaders[language]().then((module) => {
        loaded.set(language, module.default)
        return module.default
      })
      texts.catch(() => loading.delete(language))
      loading.set(language, texts)
    }
    return texts
  }

  /** The texts in the language in use; waits for them under the nearest `Suspense`. */
  function useT(): Translate<Key> {
    const language = useContext(LanguageContext)
    const texts = loaded.get(language) ?? use(load(language))
    return useMemo(() => translator<Key>(texts, language), [texts, language])
  }

  return { load, useT }
}
