import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { mayWrite } from '@/api/me'
import { foundAccounts } from '@/api/accounts'
import { foundBuyingProcesses, foundProfiles } from '@/api/records'
import { useT } from '@/i18n/texts'
import { Icon, type IconName } from '@/ui/Icon'
import { BEGINNINGS, placesOf } from './navigation'
import { useUser } from './user'

type Entry = { id: string; label: string; hint?: string; icon: IconName; run: () => void }
type Group = { value: string; items: Entry[] }

/** Everything one can go to or do, by its name; records are searched by the server. */
export function Palette({ onOpenChange, onShortcuts }: { onOpenChange: (open: boolean) => void; onShortcuts: () => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const { groups, failed } = useGroups(text.trim(), onShortcuts)
  const run = (entry: Entry) => {
    onOpenChange(false)
    entry.run()
  }
  return (
    <Dialog.Root open onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup
          aria-label={t('palette.label')}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto flex max-h-[70vh] max-w-xl flex-col overflow-hidden rounded-2xl border border-line bg-card shadow-2xl outline-none"
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={null}
            value={text}
            onValueChange={setText}
            itemToStringValue={(entry: Entry) => entry.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Icon name="search" className="text-quiet" />
              <Autocomplete.Input
                aria-label={t('palette.label')}
                placeholder={t('palette.placeholder')}
                maxLength={200}
                className="h-12 w-full bg-transparent outline-none placeholder:text-quiet"
              />
            </div>
            <Autocomplete.Empty>
              <p className="px-4 py-6 text-center text-quiet empty:hidden">{t(failed ? 'palette.failed' : 'palette.empty')}</p>
            </Autocomplete.Empty>
            <Autocomplete.List className="overflow-y-auto p-2 outline-none empty:hidden">
              {(group: Group) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 text-[0.8rem] text-quiet">{group.value}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(entry: Entry) => (
                      <Autocomplete.Item
                        key={entry.id}
                        value={entry}
                        onClick={() => run(entry)}
                        className="flex items-center gap-3 rounded-lg px-2 py-2 outline-none select-none data-highlighted:bg-raised"
                      >
                        <Icon name={entry.icon} className="text-quiet" />
                        <bdi className="min-w-0 truncate">{entry.label}</bdi>
                        {entry.hint && <bdi className="ms-auto min-w-0 shrink-[2] truncate ps-3 text-[0.8rem] text-quiet">{entry.hint}</bdi>}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          <Dialog.Close className="sr-only">{t('app.close')}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function useGroups(text: string, onShortcuts: () => void): { groups: Group[]; failed: boolean } {
  const t = useT()
  const navigate = useNavigate()
  const user = useUser()
  const q = useDeferredValue(text)
  const profiles = useQuery({ ...foundProfiles(q), placeholderData: keepPreviousData })
  const accounts = useQuery({ ...foundAccounts(q), placeholderData: keepPreviousData })
  const mappings = useQuery({ ...foundBuyingProcesses(q), placeholderData: keepPreviousData })

  const actions: Entry[] = [
    ...(mayWrite(user)
      ? BEGINNINGS.map(({ flow, label }): Entry => ({
          id: flow,
          label: t(label),
          icon: 'plus',
          run: () => void navigate({ to: '/studio/new/$flow', params: { flow } }),
        }))
      : []),
    ...placesOf(user).map((place): Entry => ({
      id: place.to,
      label: t(place.go),
      icon: place.icon,
      run: () => void navigate({ to: place.to }),
    })),
    { id: 'shortcuts', label: t('action.shortcuts'), icon: 'keyboard', run: onShortcuts },
  ]
  const wanted = text.toLocaleLowerCase()
  const groups: Group[] = [
    { value: t('palette.actions'), items: actions.filter(({ label }) => label.toLocaleLowerCase().includes(wanted)) },
    {
      value: t('nav.accounts'),
      items: (text === '' ? [] : (accounts.data?.items ?? [])).map((row): Entry => ({
        id: row.id,
        label: row.name,
        icon: 'company',
        ...(row.industry === undefined ? {} : { hint: row.industry }),
        run: () => void navigate({ to: '/accounts/$id', params: { id: row.id } }),
      })),
    },
    {
      value: t('nav.profiles'),
      items: (text === '' ? [] : (profiles.data?.items ?? [])).map((row): Entry => ({
        id: row.id,
        label: row.name ?? t('list.unnamed'),
        icon: 'profiles',
        ...(row.company === undefined ? {} : { hint: row.company }),
        run: () => void navigate({ to: '/profiles/$id', params: { id: row.id } }),
      })),
    },
    {
      value: t('nav.buyingProcesses'),
      items: (text === '' ? [] : (mappings.data?.items ?? [])).map((row): Entry => ({
        id: row.id,
        label: row.personaName || t('list.unnamed'),
        icon: 'map',
        run: () => void navigate({ to: '/buying-processes/$id', params: { id: row.id } }),
      })),
    },
  ]
  return { groups: groups.filter(({ items }) => items.length > 0), failed: accounts.isError || profiles.isError || mappings.isError }
}
