import { useCallback, useContext, useMemo } from 'react'
import { catalogue, LanguageContext } from '@/i18n/catalogue'
import { display } from '../model/display'
import type { FlowField, Value } from '../model/wire'
import { useStudio } from '../studio'
import type en from './en.json'

export type Key = keyof typeof en

const { useT } = catalogue<Key>({
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  es: () => import('./es.json'),
  ar: () => import('./ar.json'),
})

/** What the Studio says, in the language of the page. Suspends until that is there. */
export function useTexts() {
  const t = useT()
  const locale = useContext(LanguageContext)
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(locale)
    /** Why something was refused; a code without words of its own is told of in general. */
    const problem = (code: string) => {
      const key = `problem.${code}` as Key
      const text = t(key)
      return text === key ? t('problem.other') : text
    }
    return { t, problem, number: (value: number) => numbers.format(value), locale }
  }, [t, locale])
}

/** Values in words: numbers and labels as the conversation's language writes them. */
export function useDisplay() {
  const { t } = useTexts()
  const { flow } = useStudio()
  return useCallback(
    (field: FlowField, value: Value) => display(field, value, flow.locale, { yes: t('yes'), no: t('no') }),
    [t, flow.locale],
  )
}
