import { Fragment } from 'react'
import { mayWrite } from '@/api/me'
import { type Key, useT } from '@/i18n/texts'
import { Dialog } from '@/ui/Dialog'
import { Kbd } from '@/ui/Kbd'
import { BEGINNINGS, placesOf } from './navigation'
import { MOD } from './Rail'
import { useUser } from './user'

type Line = { label: Key; keys: string[]; together?: boolean }

const LISTS: Line[] = [
  { label: 'action.find', keys: ['/'] },
  { label: 'action.next', keys: ['J'] },
  { label: 'action.previous', keys: ['K'] },
  { label: 'action.open', keys: ['↵'] },
  { label: 'action.do', keys: ['X'] },
]

/** All keys there are. */
export function ShortcutSheet({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useT()
  const user = useUser()
  const writes = mayWrite(user)
  const anywhere: Line[] = [
    { label: 'action.search', keys: [MOD, 'K'], together: true },
    { label: 'action.shortcuts', keys: ['?'] },
    ...placesOf(user).map((place) => ({ label: place.go, keys: ['G', place.key.toUpperCase()] })),
    ...(writes ? BEGINNINGS.map(({ label, key }) => ({ label, keys: ['C', key.toUpperCase()] })) : []),
  ]
  return (
    <Dialog open onOpenChange={onOpenChange} title={t('shortcuts.title')} closeLabel={t('app.close')}>
      {/* There is nothing to focus in the list, and it has to be scrolled by the keyboard, too. */}
      <div role="group" tabIndex={0} aria-label={t('shortcuts.title')}>
        <Lines title={t('shortcuts.anywhere')} lines={anywhere} />
        <Lines title={t('shortcuts.lists')} lines={LISTS} />
        {writes && <Lines title={t('shortcuts.records')} lines={[{ label: 'action.edit', keys: ['E'] }]} />}
      </div>
    </Dialog>
  )
}

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  const t = useT()
  return (
    <section className="mt-3">
      <h3 className="pb-1 text-[0.8rem] font-medium text-quiet">{title}</h3>
      <dl className="divide-y divide-line">
        {lines.map(({ label, keys, together }) => (
          <div key={label} className="flex items-center justify-between py-1.5">
            <dt>{t(label)}</dt>
            <dd className="flex items-center gap-1 text-[0.8rem] text-quiet" dir="ltr">
              {keys.map((key, place) => (
                <Fragment key={key + String(place)}>
                  {place > 0 && (together ? '+' : t('shortcuts.then'))}
                  <Kbd>{key}</Kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
