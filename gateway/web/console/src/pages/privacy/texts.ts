import { catalogue } from '@/i18n/catalogue'
import type en from './texts/en.json'

export type Key = keyof typeof en

export const { useT } = catalogue<Key>({
  en: () => import('./texts/en.json'),
  de: () => import('./texts/de.json'),
  es: () => import('./texts/es.json'),
  ar: () => import('./texts/ar.json'),
})
