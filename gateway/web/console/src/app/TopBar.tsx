import { Link, useNavigate } from '@tanstack/react-router'
import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Menu, type MenuEntry } from '@/ui/Menu'
import { AccountMenu } from './AccountMenu'
import { Brand } from './Brand'
import { placeGroups, settingsOf } from './navigation'
import { useUser } from './user'

/** The navigation above the page, on a phone. */
export function TopBar({ onSearch, onShortcuts }: { onSearch: () => void; onShortcuts: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const user = useUser()
  const groups = [...placeGroups(user), settingsOf(user)]
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line bg-card px-3 md:hidden print:hidden">
      <Link to="/profiles" className="me-auto rounded-lg text-ink no-underline">
        <Brand />
      </Link>
      <Button variant="quiet" size="icon" aria-label={t('nav.search')} onClick={onSearch}>
        <Icon name="search" />
      </Button>
      <Menu
        trigger={
          <Button variant="quiet" size="icon" aria-label={t('nav.menu')}>
            <Icon name="menu" />
          </Button>
        }
        entries={groups.flatMap(({ places }, at): MenuEntry[] => [
          ...(at === 0 ? [] : (['line'] as const)),
          ...places.map((place) => ({ label: t(place.label), icon: place.icon, onClick: () => void navigate({ to: place.to }) })),
        ])}
      />
      <AccountMenu small onShortcuts={onShortcuts} />
    </header>
  )
}
