import { catalogue } from './catalogue'
import type en from './texts/en.json'

/** What the shell and the pages say; the Studio has texts of its own. */
export type Key = keyof typeof en

export const { load: loadTexts, useT } = catalogue<Key>({
  en: () => import('./texts/en.json'),
  de: () => import('./texts/de.json'),
  es: () => import('./texts/es.json'),
  ar: () => import('./texts/ar.json'),
})
