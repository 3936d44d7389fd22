import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useT } from '@/i18n/texts'
import { cn } from '@/ui/cn'
import { isAt, settingsOf } from './navigation'
import { useUser } from './user'

/** Above everything that is set up: what else there is to set up. */
export function SettingsNav() {
  const t = useT()
  const { places } = settingsOf(useUser())
  const { pathname } = useLocation()
  const nav = useRef<HTMLElement>(null)
  // On a phone not all of them are in view.
  useEffect(() => {
    // Scrolling answers with a promise in newer browsers, which React would take for the way to clean up.
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])
  if (!places.some((place) => isAt(place, pathname))) return null
  return (
    <nav ref={nav} aria-label={t('nav.settings')} className="flex shrink-0 gap-1 overflow-x-auto border-b border-line bg-card px-2 md:px-6 print:hidden">
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          aria-current={isAt(place, pathname) ? 'page' : undefined}
          className={cn(
            '-mb-px flex h-11 shrink-0 items-center border-b-2 px-3 whitespace-nowrap no-underline outline-offset-[-2px]',
            isAt(place, pathname) ? 'border-accent font-medium text-ink' : 'border-transparent text-quiet hover:text-ink',
          )}
        >
          {t(place.label)}
        </Link>
      ))}
    </nav>
  )
}
