import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type PersonDetail, person } from '@/api/people'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { buttonClass } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Tabs } from '@/ui/Tabs'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { BackLink } from '../records/BackLink'
import { useLive } from '../records/live'
import { PageSkeleton } from '../records/PageSkeleton'
import { Consents } from './Consents'
import { PersonHistory } from './PersonHistory'
import { PersonSections } from './PersonSections'
import { SamePerson } from './SamePerson'
import { useT } from './texts'
import { textOf } from './values'
import { useFields } from './words'

const route = getRouteApi('/signed-in/people/$id')

export function PersonPage() {
  const t = useT()
  const { id } = route.useParams()
  const query = useQuery(person(id))
  useLive('people')
  const back = <BackLink to="/people">{t('title')}</BackLink>
  if (query.data !== undefined) return <Loaded shown={query.data} back={back} />
  return (
    <Page title={t('title')} above={back}>
      {query.error ? <Failure error={query.error} onRetry={query.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ shown, back }: { shown: PersonDetail; back: ReactNode }) {
  const t = useT()
  const shellT = useShellT()
  const navigate = useNavigate()
  const { tab } = route.useSearch()
  const roles = useUser().roles as string[]
  const admin = roles.includes('admin')
  const writes = ['sales', 'success', 'admin'].some((role) => roles.includes(role))
  const fields = useFields()
  const says = (path: string) => textOf(shown.leaves[path]?.value)
  const email = says('identity.email')
  const about = [says('behavior.role'), says('company.name'), says('identity.name') && email].filter(Boolean).join(' · ')
  return (
    <Page
      title={says('identity.name') || email || t('unnamed')}
      above={back}
      lead={
        <>
          {about !== '' && <Words>{about}</Words>}
          <span className="mt-1 block text-[0.867rem]">
            <Ago time={shown.lastUpdatedAt} />
          </span>
        </>
      }
      actions={
        admin && (
          <Link to="/privacy" search={{ person: shown.id }} className={buttonClass()}>
            <Icon name="key" />
            {t('privacy')}
          </Link>
        )
      }
    >
      <Tabs
        label={shellT('record.sections')}
        value={tab ?? 'known'}
        onChange={(next) => void navigate({ to: '/people/$id', params: { id: shown.id }, search: next === 'known' ? {} : { tab: next }, replace: true })}
        tabs={[
          { value: 'known', label: shellT('record.details'), content: fields.data ? <PersonSections shown={shown} fields={fields.data} /> : <PageSkeleton /> },
          { value: 'history', label: shellT('record.history'), content: <PersonHistory id={shown.id} fields={fields.data} /> },
          { value: 'consents', label: t('consents'), content: <Consents person={shown.id} writes={writes} /> },
          { value: 'same', label: t('same'), content: <SamePerson shown={shown} fields={fields.data} /> },
        ]}
      />
    </Page>
  )
}
