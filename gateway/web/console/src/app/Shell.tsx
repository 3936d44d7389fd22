import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { mayWrite } from '@/api/me'
import { useT } from '@/i18n/texts'
import { useSomethingSaid } from '@/ui/toast'
import { LanguageNotice } from './LanguageNotice'
import { BEGINNINGS, placesOf } from './navigation'
import { OfflineBanner } from './OfflineBanner'
import { Rail } from './Rail'
import { useShortcuts } from './shortcuts'
import { SampleBanner } from './SampleBanner'
import { SettingsNav } from './SettingsNav'
import { TopBar } from './TopBar'
import { useUser } from './user'

const Palette = lazy(() => import('./Palette').then((module) => ({ default: module.Palette })))
const Toaster = lazy(() => import('@/ui/Toaster').then((module) => ({ default: module.Toaster })))
const ShortcutSheet = lazy(() => import('./ShortcutSheet').then((module) => ({ default: module.ShortcutSheet })))

/** What stands around every page: the rail, the palette, the shortcuts, what is said in passing. */
export function Shell() {
  const t = useT()
  const navigate = useNavigate()
  const user = useUser()
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const said = useSomethingSaid()
  const close = (stays: boolean) => setOpen((now) => (stays ? now : null))

  useShortcuts({
    'mod+k': () => setOpen('palette'),
    '?': () => setOpen('shortcuts'),
    ...Object.fromEntries(placesOf(user).map((place) => [`g ${place.key}`, () => void navigate({ to: place.to })])),
    ...(mayWrite(user)
      ? Object.fromEntries(
          BEGINNINGS.map(({ flow, key }) => [`c ${key}`, () => void navigate({ to: '/studio/new/$flow', params: { flow } })]),
        )
      : {}),
  })

  return (
    <div className="flex h-dvh flex-col bg-ground md:flex-row print:block print:h-auto">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {t('app.skip')}
      </a>
      <Rail onSearch={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      <TopBar onSearch={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <OfflineBanner />
        <SampleBanner />
        <SettingsNav />
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none print:overflow-visible">
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense>
        {open === 'palette' && <Palette onOpenChange={close} onShortcuts={() => setOpen('shortcuts')} />}
        {said && <Toaster closeLabel={t('app.close')} />}
        {open === 'shortcuts' && <ShortcutSheet onOpenChange={close} />}
      </Suspense>
      <LanguageNotice />
    </div>
  )
}
