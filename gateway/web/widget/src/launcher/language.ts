/** The languages the widget speaks, the first one when none of those wished for is among them. */
export const LANGUAGES = ['en', 'de', 'es', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

export function language(...wished: (string | undefined | null)[]): Language {
  for (const tag of wished) {
    const found = LANGUAGES.find((known) => known === tag?.toLowerCase().split('-')[0])
    if (found) return found
  }
  return 'en'
}

export const direction = (of: Language): 'ltr' | 'rtl' => (of === 'ar' ? 'rtl' : 'ltr')
