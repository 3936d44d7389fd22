import { getRouteApi } from '@tanstack/react-router'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { Badge } from '@/ui/Badge'
import { Card } from '@/ui/Card'
import { BackLink } from '../records/BackLink'
import { PageSkeleton } from '../records/PageSkeleton'
import { Handoff } from './Handoff'
import { Known } from './Known'
import { Transcript } from './Transcript'
import { type Key, useT } from './texts'
import { useConversation } from './useConversation'
import { whose } from './whose'

const route = getRouteApi('/signed-in/conversations/$id')

/** One conversation with a visitor, as it goes on, and a part in it. */
export function ConversationPage() {
  const t = useT()
  const { id } = route.useParams()
  const { state, live, refused } = useConversation(id)
  const { record, messages } = state
  const back = <BackLink to="/conversations">{t('title')}</BackLink>
  if (refused !== undefined || record === undefined) {
    return (
      <Page title={t('one')} above={back}>
        {refused === undefined ? <PageSkeleton /> : <Failure error={refused} onRetry={() => location.reload()} />}
      </Page>
    )
  }
  return (
    <Page title={whose(record) ?? t('one')} above={back} lead={<Standing mode={record.mode} live={live} />}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card className="flex h-[min(42rem,70dvh)] flex-col">
          <div className="min-h-0 flex-1 [&>*]:h-full">
            <Transcript messages={messages} />
          </div>
          <Handoff id={id} mode={record.mode} />
        </Card>
        <Known record={record} />
      </div>
    </Page>
  )
}

const MODES = ['lead', 'sales', 'human']

function Standing({ mode, live }: { mode: string; live: boolean }) {
  const t = useT()
  return (
    <span role="status" className="mt-1 flex flex-wrap items-center gap-2">
      <Badge tone={mode === 'human' ? 'amber' : 'accent'}>{MODES.includes(mode) ? t(`mode.${mode}` as Key) : mode}</Badge>
      {!live && <span className="text-amber">{t('reconnecting')}</span>}
    </span>
  )
}
