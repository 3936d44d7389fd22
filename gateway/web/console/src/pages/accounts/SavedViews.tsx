import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { forgetView, saveView, savedViews } from '@/api/health'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Menu, type MenuEntry } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { type AccountsSearch, queryOf, searchOf } from './search'
import { useT } from './texts'

const SaveViewDialog = lazy(() => import('./SaveViewDialog').then((module) => ({ default: module.SaveViewDialog })))

/** Lists under names, for everybody in the workspace. */
export function SavedViews({ search, onChange, writes }: { search: AccountsSearch; onChange: (search: AccountsSearch) => void; writes: boolean }) {
  const t = useT()
  const shellT = useShellT()
  const { data: views = [] } = useQuery(savedViews)
  const [saving, setSaving] = useState(false)
  const here = queryOf(search)
  const current = views.find(({ query }) => queryOf(searchOf(query)) === here)
  const key = savedViews.queryKey
  const save = useChange({
    key,
    send: (name: string) => saveView(name, here),
    done: () => {
      setSaving(false)
      toast({ title: shellT('app.saved') })
    },
  })
  const forget = useChange({
    key,
    send: ({ name }: { name: string; query: string }) => forgetView(name),
    done: ({ name, query }) => toast({ title: t('viewForgotten'), undo: { label: shellT('app.undo'), onClick: () => again.mutate({ name, query }) } }),
  })
  const again = useChange({ key, send: ({ name, query }: { name: string; query: string }) => saveView(name, query) })
  const entries: MenuEntry[] = [
    ...views.map((view): MenuEntry => ({
      label: view.name,
      ...(view === current && { icon: 'check' as const }),
      onClick: () => onChange(searchOf(view.query)),
    })),
    ...(views.length > 0 && writes ? ['line' as const] : []),
    ...(writes ? [{ label: t('saveView'), icon: 'plus' as const, onClick: () => setSaving(true) }] : []),
    ...(writes && current ? [{ label: t('forgetView', { name: current.name }), icon: 'trash' as const, onClick: () => forget.mutate(current) }] : []),
  ]
  if (entries.length === 0) return null
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet">
            <Icon name="bookmark" />
            {current ? <bdi>{current.name}</bdi> : t('views')}
            <Icon name="chevronDown" />
          </Button>
        }
        entries={entries}
      />
      {saving && (
        <Suspense>
          <SaveViewDialog busy={save.isPending} problem={save.error} onClose={() => setSaving(false)} onSave={(name) => save.mutate(name)} />
        </Suspense>
      )}
    </>
  )
}
