import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { mayWrite } from '@/api/me'
import { type Persona, type PersonaStatus, personas } from '@/api/personas'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useUser } from '@/app/user'
import { Badge } from '@/ui/Badge'
import { buttonClass } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { Select } from '@/ui/Select'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { type Column, RecordTable } from '../records/RecordTable'
import { PersonaBadge } from './PersonaBadge'
import { useT } from './texts'

const route = getRouteApi('/signed-in/personas')
const ORDER: PersonaStatus[] = ['proposed', 'approved', 'rejected', 'merged']

/** The kinds of visitors the bot knows; those that wait for a review first. */
export function PersonasPage() {
  const t = useT()
  const navigate = useNavigate()
  const writes = mayWrite(useUser())
  const { status, site } = route.useSearch()
  const query = useQuery(personas)
  const columns = useColumns()
  const rows = query.data
    ?.filter((row) => site === undefined || row.site === site)
    .filter((row) => (status === undefined ? row.status !== 'merged' : row.status === status))
    .toSorted((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status) || one.name.localeCompare(other.name))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        writes && (
          <Link to="/personas/new" className={buttonClass({ variant: 'primary' })}>
            <Icon name="plus" />
            {t('new')}
          </Link>
        )
      }
    >
      <Select
        label={t('status')}
        value={status ?? 'all'}
        options={[{ value: 'all', label: t('status.all') }, ...ORDER.map((value) => ({ value, label: t(`status.${value}`) }))]}
        onChange={(value) => void navigate({ to: '/personas', search: { ...(site && { site }), ...(value === 'all' ? {} : { status: value as PersonaStatus }) }, replace: true })}
        className="mb-4"
      />
      {query.error && rows === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : rows?.length === 0 ? (
        <EmptyState icon="people" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <RecordTable label={t('title')} columns={columns} rows={rows} to="/personas/$id" below={(row) => <PersonaBadge status={row.status} />} />
      )}
    </Page>
  )
}

function useColumns(): Column<Persona>[] {
  const t = useT()
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('name'),
        cell: (row) => (
          <>
            <span className="flex min-w-0 items-center gap-2">
              <Words className="truncate font-medium">{row.name}</Words>
              {row.suggestions.length > 0 && <Badge tone="amber">{t('suggestions', { count: row.suggestions.length })}</Badge>}
            </span>
            <Words className="truncate text-[0.867rem] text-quiet">{row.description}</Words>
          </>
        ),
      },
      { key: 'maker', title: t('maker'), wide: 'w-[18%]', spare: true, cell: (row) => t(`maker.${row.maker}`) },
      { key: 'status', title: t('status'), wide: 'w-36', cell: (row) => <PersonaBadge status={row.status} /> },
      { key: 'changed', title: t('changed'), wide: 'w-36', cell: (row) => <Ago time={row.changedAt} /> },
    ],
    [t],
  )
}
