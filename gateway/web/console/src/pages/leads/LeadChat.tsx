import { Suspense } from 'react'
import { Failure } from '@/app/Failure'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Handoff } from '../conversations/Handoff'
import { Transcript } from '../conversations/Transcript'
import { useConversation } from '../conversations/useConversation'
import { PageSkeleton } from '../records/PageSkeleton'
import { useT } from './texts'

/** What was said with the lead, live, and a part in it. */
export function LeadChat({ conversation }: { conversation: string | undefined }) {
  const t = useT()
  if (conversation === undefined) {
    return (
      <EmptyState icon="chat" title={t('chat')}>
        {t('noChat')}
      </EmptyState>
    )
  }
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Talk key={conversation} conversation={conversation} />
    </Suspense>
  )
}

function Talk({ conversation }: { conversation: string }) {
  const { state, refused } = useConversation(conversation)
  const { record, messages } = state
  if (refused !== undefined) return <Failure error={refused} onRetry={() => location.reload()} />
  if (record === undefined) return <PageSkeleton />
  return (
    <Card className="flex h-[min(42rem,70dvh)] max-w-3xl flex-col">
      <div className="min-h-0 flex-1 [&>*]:h-full">
        <Transcript messages={messages} />
      </div>
      <Handoff id={conversation} mode={record.mode} />
    </Card>
  )
}
