import { useCallback } from 'react'
import { exportAddress, type Kind, type Status } from '@/api/records'
import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Menu } from '@/ui/Menu'
import { Select } from '@/ui/Select'
import { SearchBox } from './SearchBox'

type Filter = { q?: string; status?: Status }

/** Search and filter of a list; both live in the address, so that a link shows the same. */
export function ListTools({ kind, label, filter, onChange }: { kind: Kind; label: string; filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useT()
  const { q = '', status } = filter
  const search = useCallback((words: string) => onChange(withText(status, words)), [status, onChange])
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SearchBox label={label} words={q} onChange={search} />
      <Select
        label={t('status.label')}
        value={status ?? 'all'}
        options={[
          { value: 'all', label: t('status.all') },
          { value: 'in_progress', label: t('status.in_progress') },
          { value: 'completed', label: t('status.completed') },
        ]}
        onChange={(next) => onChange(withText(next === 'all' ? undefined : (next as Status), q))}
      />
      <div className="ms-auto">
        <Menu
          trigger={
            <Button variant="quiet">
              <Icon name="download" />
              {t('list.export')}
            </Button>
          }
          entries={(['csv', 'json'] as const).map((format) => ({
            label: t(`format.${format}`),
            href: exportAddress(kind, format),
            download: true,
          }))}
        />
      </div>
    </div>
  )
}

const withText = (status: Status | undefined, q: string): Filter => ({ ...(q === '' ? {} : { q }), ...(status === undefined ? {} : { status }) })
