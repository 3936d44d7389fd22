import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { BANDS, type Band, STAGE_NAMES, type Stage } from '@/api/lifecycle'
import { mayServe } from '@/api/me'
import { Page } from '@/app/Page'
import { useColleagues } from '@/app/colleagues'
import { useUser } from '@/app/user'
import { Button, buttonClass } from '@/ui/Button'
import { cn } from '@/ui/cn'
import { Icon } from '@/ui/Icon'
import { Select } from '@/ui/Select'
import { useT as useHealthT } from '../health/texts'
import { SearchBox } from '../records/SearchBox'
import { AllAccounts } from './AllAccounts'
import { HealthAccounts } from './HealthAccounts'
import { SavedViews } from './SavedViews'
import type { AccountsSearch } from './search'
import { useT } from './texts'

const NewAccountDialog = lazy(() => import('./NewAccountDialog').then((module) => ({ default: module.NewAccountDialog })))
const route = getRouteApi('/signed-in/accounts')

/** Every company we sell to or look after, and how the customers among them do. */
export function AccountsPage() {
  const t = useT()
  const navigate = useNavigate()
  const writes = mayServe(useUser())
  const [adding, setAdding] = useState(false)
  const search = route.useSearch()
  const go = useCallback((next: AccountsSearch) => void navigate({ to: '/accounts', search: next, replace: true }), [navigate])
  const add = () => setAdding(true)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        writes && (
          <>
            <Link to="/accounts/import" className={buttonClass()}>
              <Icon name="upload" />
              {t('import')}
            </Link>
            <Button variant="primary" onClick={add}>
              <Icon name="plus" />
              {t('new')}
            </Button>
          </>
        )
      }
    >
      <nav aria-label={t('lists')} className="mb-4 flex gap-1 border-b border-line">
        <ListLink search={{}} current={search.list === undefined} label={t('list.all')} />
        <ListLink search={{ list: 'health' }} current={search.list === 'health'} label={t('list.health')} />
      </nav>
      <Tools search={search} onChange={go} writes={writes} />
      {search.list === 'health' ? <HealthAccounts search={search} onChange={go} /> : <AllAccounts search={search} onChange={go} {...(writes && { onAdd: add })} />}
      {adding && (
        <Suspense>
          <NewAccountDialog onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  )
}

function ListLink({ search, current, label }: { search: AccountsSearch; current: boolean; label: string }) {
  return (
    <Link
      to="/accounts"
      search={search}
      activeOptions={{ exact: true }}
      aria-current={current ? 'page' : undefined}
      className={cn(
        '-mb-px flex h-10 items-center border-b-2 px-3 font-medium whitespace-nowrap no-underline outline-offset-[-2px]',
        current ? 'border-accent text-ink' : 'border-transparent text-quiet hover:text-ink',
      )}
    >
      {label}
    </Link>
  )
}

function Tools({ search, onChange, writes }: { search: AccountsSearch; onChange: (search: AccountsSearch) => void; writes: boolean }) {
  const t = useT()
  const healthT = useHealthT()
  const user = useUser()
  const { all, nameOf } = useColleagues()
  const words = useCallback((q: string) => onChange(without({ ...search, q })), [search, onChange])
  const owners = [...new Set([user.id, ...all.map(({ id }) => id), ...(search.owner ? [search.owner] : [])])]
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <SearchBox label={t('search')} words={search.q ?? ''} onChange={words} />
      {search.list === 'health' ? (
        <Select<Band | ''>
          label={t('band')}
          value={search.band ?? ''}
          options={[{ value: '', label: t('everyBand') }, ...BANDS.map((value) => ({ value, label: healthT(`band.${value}`) }))]}
          onChange={(band) => onChange(without({ ...search, band }))}
        />
      ) : (
        <Select<Stage | 'risk' | 'archived' | ''>
          label={t('stage')}
          value={search.archived ? 'archived' : search.risk ? 'risk' : (search.stage ?? '')}
          options={[
            { value: '', label: t('everyStage') },
            ...STAGE_NAMES.map((value) => ({ value, label: t(`stage.${value}`) })),
            { value: 'risk', label: t('atChurnRisk') },
            { value: 'archived', label: t('putAway') },
          ]}
          onChange={(value) => {
            const { stage: _, risk: __, archived: ___, ...rest } = search
            onChange(value === 'risk' ? { ...rest, risk: true } : value === 'archived' ? { ...rest, archived: true } : value === '' ? rest : { ...rest, stage: value })
          }}
        />
      )}
      <Select
        label={t('owner')}
        value={search.owner ?? ''}
        options={[{ value: '', label: t('everyOwner') }, ...owners.map((id) => ({ value: id, label: id === user.id ? t('mine') : nameOf(id) }))]}
        onChange={(owner) => onChange(without({ ...search, owner }))}
      />
      <div className="ms-auto">
        <SavedViews search={search} onChange={onChange} writes={writes} />
      </div>
    </div>
  )
}

/** Without what says nothing, so that the address stays short. */
function without(search: { [name in keyof AccountsSearch]: AccountsSearch[name] | '' }): AccountsSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== '')) as AccountsSearch
}
