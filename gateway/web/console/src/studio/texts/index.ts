import { use, useCallback, useMemo, useSyncExternalStore } from 'react'
import { display } from '../model/display'
import type { FlowField, Value } from '../model/wire'
import { useStudio } from '../studio'
import type en from './en.json'

export type Key = keyof typeof en
type Catalogue = Record<Key, string>

const LOADERS: Record<string, () => Promise<{ default: Catalogue }>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  es: () => import('./es.json'),
  ar: () => import('./ar.json'),
}
const loaded = new Map<string, Promise<Catalogue>>()

function catalogue(locale: string): Promise<Catalogue> {
  const language = locale in LOADERS ? locale : 'en'
  const known = loaded.get(language) ?? LOADERS[language]!().then((module) => module.default)
  loaded.set(language, known)
  return known
}

/** The language of the page, as its root element says. */
function useLocale(): string {
  return useSyncExternalStore(
    (changed) => {
      const observer = new MutationObserver(changed)
      observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] })
      return () => observer.disconnect()
    },
    () => document.documentElement.lang.split('-')[0] || 'en',
  )
}

/** What the Studio says, in the language of the page. Suspends until that is there. */
export function useTexts() {
  const locale = useLocale()
  const texts = use(catalogue(locale))
  return useMemo(() => {
    const number = (value: number) => new Intl.NumberFormat(locale).format(value)
    const t = (key: Key, values: Record<string, string | number> = {}) =>
      texts[key].replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name] ?? ''
        return typeof value === 'number' ? number(value) : value
      })
    const problem = (code: string) => t(`problem.${code}` in texts ? (`problem.${code}` as Key) : 'problem.other')
    return { t, problem, number, locale }
  }, [locale, texts])
}

/** Values in words: numbers as the page writes them, labels as the flow does. */
export function useDisplay() {
  const { t } = useTexts()
  const { flow } = useStudio()
  return useCallback((field: FlowField, value: Value) => display(field, value, flow.locale, { yes: t('yes'), no: t('no') }), [t, flow.locale])
}
