import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { type Automation, automation, editAutomation } from '@/api/automations'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Tabs } from '@/ui/Tabs'
import { toast } from '@/ui/toast'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { BackLink } from '../records/BackLink'
import { PageSkeleton } from '../records/PageSkeleton'
import { useMayDo } from '../tasks/useMayDo'
import { AutomationActions } from './AutomationActions'
import { RunLog } from './RunLog'
import { useT } from './texts'

const Editor = lazy(() => import('./Editor').then((module) => ({ default: module.Editor })))

const route = getRouteApi('/signed-in/automations/$name')

export function AutomationPage() {
  const t = useT()
  const { name } = route.useParams()
  const query = useQuery(automation(name))
  const back = <BackLink to="/automations">{t('title')}</BackLink>
  if (query.data !== undefined) return <Loaded shown={query.data} back={back} />
  return (
    <Page title={t('title')} above={back}>
      {query.error ? <Failure error={query.error} onRetry={query.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ shown, back }: { shown: Automation; back: ReactNode }) {
  const t = useT()
  const shellT = useShellT()
  const mayDo = useMayDo()
  const navigate = useNavigate()
  const { tab = 'runs', run } = route.useSearch()
  const save = useChange<{ yaml: string; rev: number }, Automation>({
    key: automation(shown.name).queryKey,
    send: ({ yaml, rev }) => editAutomation(shown.name, rev, yaml),
    done: () => toast({ title: shellT('app.saved'), description: t('savedText') }),
  })
  return (
    <Page
      title={shown.title}
      above={back}
      lead={
        <>
          {shown.description && <Words>{shown.description}</Words>}
          <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.867rem]">
            <Badge tone={shown.enabled ? 'accent' : 'neutral'}>{t(shown.enabled ? 'on' : 'off')}</Badge>
            {shown.faults.length > 0 && <Badge tone="danger">{t('broken')}</Badge>}
            {shown.playbook && <span>{t('playbook')}</span>}
            <span>{t('version', { version: shown.version })}</span>
            <Ago time={shown.changedAt} />
          </span>
        </>
      }
      actions={<AutomationActions shown={shown} />}
    >
      <Tabs
        label={t('views')}
        value={tab}
        onChange={(next) => void navigate({ to: '/automations/$name', params: { name: shown.name }, search: next === 'runs' ? {} : { tab: next }, replace: true })}
        tabs={[
          { value: 'runs', label: t('runs'), content: <RunLog name={shown.name} open={run} /> },
          {
            value: 'text',
            label: t('text'),
            content: (
              <Suspense fallback={<PageSkeleton />}>
                <Editor key={shown.name} yaml={shown.yaml} rev={shown.rev} busy={save.isPending} problem={save.error} readOnly={!mayDo} onSave={(yaml, rev) => save.mutate({ yaml, rev })} />
              </Suspense>
            ),
          },
        ]}
      />
    </Page>
  )
}
