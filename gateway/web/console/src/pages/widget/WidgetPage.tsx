import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addKey, type WidgetKeyText, widgetKeys } from '@/api/widget'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { PageSkeleton } from '../records/PageSkeleton'
import { KeyCard } from './KeyCard'
import { KeyForm } from './KeyForm'
import { useT } from './texts'

/** The chat for one's own websites: its keys, where they may be used, and the line for the page. */
export function WidgetPage() {
  const t = useT()
  const query = useQuery(widgetKeys)
  const [adding, setAdding] = useState(false)
  const add = useChange({
    key: widgetKeys.queryKey,
    send: (text: WidgetKeyText) => addKey(text),
    done: () => {
      setAdding(false)
      toast({ title: t('added') })
    },
  })
  const begin = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      {t('add')}
    </Button>
  )
  const keys = query.data?.toSorted((one, other) => Number(other.enabled) - Number(one.enabled))
  return (
    <Page title={t('title')} lead={t('lead')} actions={!adding && begin}>
      <div className="flex flex-col gap-5">
        {adding && <KeyForm busy={add.isPending} problem={add.error} onCancel={() => setAdding(false)} onSave={(text) => add.mutate(text)} />}
        {query.error && keys === undefined ? (
          <Failure error={query.error} onRetry={query.refetch} />
        ) : keys === undefined ? (
          <PageSkeleton />
        ) : keys.length === 0 && !adding ? (
          <div className="rounded-xl border border-line bg-card">
            <EmptyState icon="code" title={t('empty')} action={begin}>
              {t('emptyText')}
            </EmptyState>
          </div>
        ) : (
          keys.map((key) => <KeyCard key={key.id} widgetKey={key} />)
        )}
      </div>
    </Page>
  )
}
