import { createContext, use, useContext, useMemo } from 'react'
import { type Language, pageLanguage } from './languages'
import { type Texts, type Translate, translator } from './translate'

type Loaders<Key extends string> = Record<Language, () => Promise<{ default: Record<Key, Texts[string]> }>>

/** The language in use; changed by {@link I18n}. */
export const LanguageContext = createContext<Language>(pageLanguage())

/** `use` reads a promise that says so itself at once, without waiting for it once more. */
type ReadPromise = Promise<Texts> & { status?: 'fulfilled'; value?: Texts }

/** Texts that are loaded in the language they are needed in, and only then. */
export function catalogue<Key extends string>(loaders: Loaders<Key>) {
  const loading = new Map<Language, Promise<Texts>>()

  function load(language: Language): Promise<Texts> {
    let texts = loading.get(language)
    if (texts === undefined) {
      const loaded: ReadPromise = loaders[language]().then((module) => module.default)
      loaded.then(
        (value) => Object.assign(loaded, { status: 'fulfilled', value }),
        () => loading.delete(language),
      )
      loading.set(language, loaded)
      texts = loaded
    }
    return texts
  }

  /** The texts in the language in use; waits for them under the nearest `Suspense`. */
  function useT(): Translate<Key> {
    const language = useContext(LanguageContext)
    const texts = use(load(language))
    return useMemo(() => translator<Key>(texts, language), [texts, language])
  }

  return { load, useT }
}
