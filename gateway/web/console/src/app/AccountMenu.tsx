import { useNavigate } from '@tanstack/react-router'
import { useLanguage } from '@/i18n/I18n'
import { type Language, LANGUAGES } from '@/i18n/languages'
import { useT } from '@/i18n/texts'
import { Menu } from '@/ui/Menu'
import { signOut } from './session'
import { chooseTheme, type Theme, THEMES, useTheme } from './theme'
import { useUser } from './user'

/** Who is signed in, and what is theirs to set. */
export function AccountMenu({ small = false, onShortcuts }: { small?: boolean; onShortcuts: () => void }) {
  const t = useT()
  const user = useUser()
  const theme = useTheme()
  const [language, chooseLanguage] = useLanguage()
  const navigate = useNavigate()
  const name = user.name || user.email

  async function leave() {
    await signOut().catch(() => undefined)
    await navigate({ to: '/sign-in' })
  }

  return (
    <Menu
      side={small ? 'bottom' : 'top'}
      trigger={
        <button
          type="button"
          aria-label={t('nav.account', { name })}
          className="flex h-11 items-center gap-2.5 rounded-lg px-2 text-start hover:bg-raised data-popup-open:bg-raised"
        >
          <span aria-hidden="true" className="flex size-7 items-center justify-center rounded-full bg-accent text-[0.8rem] font-semibold text-on-accent uppercase">
            {name.slice(0, 1)}
          </span>
          {!small && (
            <span className="min-w-0 flex-1 leading-tight">
              <bdi className="block truncate font-medium">{name}</bdi>
              {user.name && <bdi className="block truncate text-[0.8rem] text-quiet">{user.email}</bdi>}
            </span>
          )}
        </button>
      }
      entries={[
        {
          label: t('theme.label'),
          value: theme,
          options: THEMES.map((value) => ({ value, label: t(`theme.${value}`) })),
          onChange: (choice) => chooseTheme(choice as Theme),
        },
        'line',
        {
          label: t('language.label'),
          value: language,
          options: Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name, lang: value })),
          onChange: (choice) => chooseLanguage(choice as Language),
        },
        'line',
        { label: t('nav.ownAccount'), icon: 'key', onClick: () => void navigate({ to: '/account' }) },
        { label: t('action.shortcuts'), icon: 'keyboard', onClick: onShortcuts },
        { label: t('nav.api'), icon: 'code', href: '/api/docs' },
        { label: t('signOut'), icon: 'signOut', onClick: () => void leave() },
      ]}
    />
  )
}
