import { useNavigate } from '@tanstack/react-router'
import { useLanguage } from '@/i18n/I18n'
import { type Language, LANGUAGES } from '@/i18n/languages'
import { useT } from '@/i18n/texts'
import { Icon } from '@/ui/Icon'
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from '@/ui/Menu'
import { signOut } from './session'
import { chooseTheme, THEMES, useTheme } from './theme'
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
    >
      <MenuChoice
        label={t('theme.label')}
        value={theme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={chooseTheme}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('language.label')}
        value={language}
        options={Object.entries(LANGUAGES).map(([value, { name }]) => ({
          value: value as Language,
          label: <span lang={value}>{name}</span>,
        }))}
        onChange={chooseLanguage}
      />
      <MenuSeparator />
      <MenuItem onClick={onShortcuts}>
        <Icon name="keyboard" className="text-quiet" />
        {t('action.shortcuts')}
      </MenuItem>
      <MenuLink href="/api/docs">
        <Icon name="code" className="text-quiet" />
        {t('nav.api')}
      </MenuLink>
      <MenuItem onClick={() => void leave()}>
        <Icon name="signOut" className="text-quiet" />
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}
