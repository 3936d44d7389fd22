import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Automation, automations } from '@/api/automations'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { Badge } from '@/ui/Badge'
import { buttonClass } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { Words } from '@/ui/Words'
import { PageSkeleton } from '../records/PageSkeleton'
import { useRowKeys } from '../records/useRowKeys'
import { useMayDo } from '../tasks/useMayDo'
import { OnOff } from './OnOff'
import { useT } from './texts'

/** What happens by itself: what is on first, then what people wrote, then what comes with Rapport. */
export function AutomationsPage() {
  const t = useT()
  const mayDo = useMayDo()
  const query = useQuery(automations)
  const list = useRowKeys<HTMLDivElement>()
  const own = query.data?.filter(({ playbook, enabled }) => !playbook || enabled) ?? []
  const playbooks = query.data?.filter(({ playbook, enabled }) => playbook && !enabled) ?? []
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayDo && (
          <Link to="/automations/new" className={buttonClass({ variant: 'primary' })}>
            <Icon name="plus" />
            {t('new')}
          </Link>
        )
      }
    >
      {query.error && query.data === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : query.data === undefined ? (
        <PageSkeleton />
      ) : (
        <div ref={list} className="flex flex-col gap-6">
          {own.length === 0 ? (
            <div className="rounded-xl border border-line bg-card">
              <EmptyState icon="bolt" title={t('empty')}>
                {t('emptyText')}
              </EmptyState>
            </div>
          ) : (
            <Rows label={t('own')} rows={own} />
          )}
          {playbooks.length > 0 && (
            <section>
              <h2 className="text-lg font-semibold">{t('playbooks')}</h2>
              <p className="mb-3 text-quiet">{t('playbooksText')}</p>
              <Rows label={t('playbooks')} rows={playbooks} />
            </section>
          )}
        </div>
      )}
    </Page>
  )
}

function Rows({ label, rows }: { label: string; rows: Automation[] }) {
  return (
    <ul aria-label={label} className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-card">
      {rows.map((row) => (
        <li key={row.name} className="relative flex items-center gap-4 px-4 py-3 hover:bg-raised/60">
          <Row row={row} />
          <span className="z-10">
            <OnOff automation={row} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Row({ row }: { row: Automation }) {
  const t = useT()
  return (
    <Link
      data-row
      to="/automations/$name"
      params={{ name: row.name }}
      className="min-w-0 flex-1 text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Words className="font-medium">{row.title}</Words>
        {row.faults.length > 0 && <Badge tone="danger">{t('broken')}</Badge>}
      </span>
      {row.description && <Words className="text-quiet">{row.description}</Words>}
      {row.trigger && (
        <code dir="ltr" className="mt-1 block truncate text-[0.8rem] text-quiet rtl:text-end">
          {row.trigger}
        </code>
      )}
    </Link>
  )
}
