import { DirectionProvider } from '@base-ui/react/direction-provider'
import { createContext, type ReactNode, startTransition, useCallback, useContext, useState } from 'react'
import { LanguageContext } from './catalogue'
import { keepLanguage, type Language, LANGUAGES, pageLanguage } from './languages'
import { loadTexts } from './texts'

const ChooseContext = createContext<(language: Language) => void>(() => {})

/** Holds the language in use; the page stays as it is until the new one's texts are there. */
export function I18n({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(pageLanguage)
  const choose = useCallback(async (next: Language) => {
    await loadTexts(next)
    keepLanguage(next)
    startTransition(() => setLanguage(next))
  }, [])
  return (
    <LanguageContext value={language}>
      <ChooseContext value={choose}>
        <DirectionProvider direction={LANGUAGES[language].dir}>{children}</DirectionProvider>
      </ChooseContext>
    </LanguageContext>
  )
}

/** The language in use, and how to choose another. */
export function useLanguage(): [Language, (language: Language) => void] {
  return [useContext(LanguageContext), useContext(ChooseContext)]
}
