import { Link, useLocation } from '@tanstack/react-router'
import { useT } from '@/i18n/texts'
import { cn } from '@/ui/cn'
import { Icon } from '@/ui/Icon'
import { Kbd } from '@/ui/Kbd'
import { AccountMenu } from './AccountMenu'
import { Brand } from './Brand'
import { isAt, placeGroups, settingsOf } from './navigation'
import { useUser } from './user'

const PLACE =
  'flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-quiet no-underline hover:bg-raised hover:text-ink ' +
  'aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent'

export const MOD = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

/** The navigation beside the page, where there is room for it. */
export function Rail({ onSearch, onShortcuts }: { onSearch: () => void; onShortcuts: () => void }) {
  const t = useT()
  const user = useUser()
  const groups = placeGroups(user)
  const { places: settings } = settingsOf(user)
  const { pathname } = useLocation()
  const [first] = settings
  return (
    <header className="hidden w-60 shrink-0 flex-col gap-3 border-e border-line bg-card p-3 md:flex print:hidden">
      <Link to="/profiles" className="rounded-lg px-2 pt-1.5 text-ink no-underline">
        <Brand />
      </Link>
      <button
        type="button"
        onClick={onSearch}
        className="flex h-9 items-center gap-2.5 rounded-lg border border-line bg-ground px-2.5 text-quiet hover:border-line-strong/60"
      >
        <Icon name="search" />
        <span className="flex-1 text-start">{t('nav.search')}</span>
        <span className="flex gap-0.5" aria-hidden="true">
          <Kbd>{MOD}</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      <nav aria-label={t('nav.label')} className="-mx-1 flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-1">
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={t(group.label)} className="flex flex-col gap-0.5">
            <span aria-hidden="true" className="px-2.5 pb-0.5 text-[0.8rem] text-quiet">
              {t(group.label)}
            </span>
            {group.places.map((place) => (
              <Link key={place.to} to={place.to} className={PLACE}>
                <Icon name={place.icon} />
                {t(place.label)}
              </Link>
            ))}
          </div>
        ))}
        {first && (
          <Link to={first.to} className={cn(PLACE, 'mt-auto shrink-0')} activeOptions={{ exact: true }} aria-current={settings.some((place) => isAt(place, pathname)) ? 'page' : undefined}>
            <Icon name="settings" />
            {t('nav.settings')}
          </Link>
        )}
      </nav>
      <AccountMenu onShortcuts={onShortcuts} />
    </header>
  )
}
