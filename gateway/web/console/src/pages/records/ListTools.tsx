import { useEffect, useRef, useState } from 'react'
import { exportAddress, type Kind, type Status } from '@/api/records'
import { useShortcuts } from '@/app/shortcuts'
import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Input } from '@/ui/Input'
import { Menu } from '@/ui/Menu'
import { Select } from '@/ui/Select'

type Filter = { q?: string; status?: Status }

const PAUSE_MS = 250

/** Search and filter of a list; both live in the address, so that a link shows the same. */
export function ListTools({ kind, label, filter, onChange }: { kind: Kind; label: string; filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(filter.q ?? '')
  const asked = useRef(filter.q ?? '')

  // The address can change without us: by going back, or by a link.
  useEffect(() => {
    if ((filter.q ?? '') !== asked.current) {
      asked.current = filter.q ?? ''
      setText(asked.current)
    }
  }, [filter.q])

  useEffect(() => {
    const q = text.trim()
    if (q === asked.current) return
    const timer = setTimeout(() => {
      asked.current = q
      onChange(withText(filter, q))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, filter, onChange])

  useShortcuts({ '/': () => input.current?.focus() })

  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <div role="search" className="relative min-w-48 flex-1 sm:max-w-sm">
        <Icon name="search" className="pointer-events-none absolute start-3 top-2.5 text-quiet" />
        <Input
          ref={input}
          type="search"
          aria-label={label}
          placeholder={label}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="ps-9"
        />
      </div>
      <Select
        label={t('status.label')}
        value={filter.status ?? 'all'}
        options={[
          { value: 'all', label: t('status.all') },
          { value: 'in_progress', label: t('status.in_progress') },
          { value: 'completed', label: t('status.completed') },
        ]}
        onChange={(status) => onChange({ ...withText({}, text.trim()), ...(status === 'all' ? {} : { status }) })}
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

function withText({ status }: Filter, q: string): Filter {
  return { ...(q === '' ? {} : { q }), ...(status === undefined ? {} : { status }) }
}
