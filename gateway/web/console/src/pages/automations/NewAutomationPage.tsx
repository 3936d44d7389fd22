import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { addAutomations, type Automation, automation as one, automations } from '@/api/automations'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { toast } from '@/ui/toast'
import { BackLink } from '../records/BackLink'
import { PageSkeleton } from '../records/PageSkeleton'
import { Editor } from './Editor'
import { useT } from './texts'
import { copyOf, FIRST } from './yaml'

const route = getRouteApi('/signed-in/automations/new')

/** A new automation, from an example or from another one. */
export function NewAutomationPage() {
  const t = useT()
  const { from } = route.useSearch()
  const all = useQuery(automations)
  const other = useQuery({ ...one(from ?? ''), enabled: from !== undefined })
  const error = all.error ?? other.error
  const begin = all.data && (from === undefined ? FIRST : other.data && copyOf(other.data.yaml, from, all.data.map(({ name }) => name)))
  return (
    <Page title={t('new')} lead={t('newLead')} above={<BackLink to="/automations">{t('title')}</BackLink>}>
      {begin !== undefined ? <Written begin={begin} /> : error ? <Failure error={error} onRetry={all.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Written({ begin }: { begin: string }) {
  const t = useT()
  const navigate = useNavigate()
  const add = useChange<string, Automation[]>({
    key: automations.queryKey,
    quiet: true,
    send: async (yaml) => {
      const [added] = await addAutomations(yaml)
      toast({ title: t('added'), description: t('addedText') })
      await navigate(added === undefined ? { to: '/automations' } : { to: '/automations/$name', params: { name: added.name } })
    },
  })
  return <Editor fresh yaml={begin} busy={add.isPending} problem={add.error} onSave={(yaml) => add.mutate(yaml)} />
}
