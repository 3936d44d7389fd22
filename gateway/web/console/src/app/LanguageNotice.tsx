import { useEffect, useRef } from 'react'
import { useLanguage } from '@/i18n/I18n'
import { useT } from '@/i18n/texts'
import { toast } from '@/ui/toast'

/** Says that the language has changed, with the way back: who chose wrongly may not read the menu now. */
export function LanguageNotice() {
  const t = useT()
  const [language, choose] = useLanguage()
  const before = useRef(language)
  useEffect(() => {
    const last = before.current
    before.current = language
    if (last !== language) toast({ title: t('language.changed'), undo: { label: t('app.undo'), onClick: () => choose(last) } })
  }, [language, choose, t])
  return null
}
