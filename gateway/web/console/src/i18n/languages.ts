/** The languages the console speaks, each by its own name. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr' },
  de: { name: 'Deutsch', dir: 'ltr' },
  es: { name: 'Español', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
} as const

export type Language = keyof typeof LANGUAGES

export const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in LANGUAGES

/** The language the page was begun in; `theme.js` chose it. */
export function pageLanguage(): Language {
  const language = document.documentElement.lang
  return isLanguage(language) ? language : 'en'
}

/** Keeps a choice, and turns the page to it. */
export function keepLanguage(language: Language) {
  localStorage.setItem('rapport.language', language)
  document.documentElement.lang = language
  document.documentElement.dir = LANGUAGES[language].dir
}
