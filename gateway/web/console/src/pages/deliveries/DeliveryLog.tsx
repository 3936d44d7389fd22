import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { DELIVERY_STATE, type Delivery, type DeliveryState, deliveries, replayDelivery } from '@/api/deliveries'
import { Failure } from '@/app/Failure'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { PageSkeleton } from '../records/PageSkeleton'
import { useT } from './texts'

const TONES = { waiting: 'amber', done: 'accent', dead: 'danger' } as const

/** Every message that went out or is to go, the latest first; each opens to its tries. */
export function DeliveryLog({ state }: { state: DeliveryState | 'all' }) {
  const t = useT()
  const shellT = useShellT()
  const navigate = useNavigate()
  const query = useInfiniteQuery({ ...deliveries(state), placeholderData: keepPreviousData })
  const shown = query.data?.pages.flatMap(({ items }) => items)
  return (
    <>
      <Select
        label={t('state')}
        value={state}
        options={(['all', ...DELIVERY_STATE] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(value) => void navigate({ to: '/deliveries', search: value === 'all' ? {} : { state: value }, replace: true })}
        className="mb-4"
      />
      {query.error && shown === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : shown === undefined ? (
        <PageSkeleton />
      ) : shown.length === 0 ? (
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="send" title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-card">
          {shown.map((delivery) => (
            <li key={delivery.id}>
              <details>
                <summary className="flex cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-raised/60">
                  <Badge tone={TONES[delivery.state]}>{t(`state.${delivery.state}`)}</Badge>
                  <span className="min-w-40 flex-1">
                    <bdi className="font-medium">{delivery.destination.label}</bdi>{' '}
                    <code dir="ltr" className="text-[0.8rem] break-all text-quiet">
                      {delivery.type}
                    </code>
                  </span>
                  <span className="text-[0.867rem] text-quiet">
                    <Ago time={delivery.createdAt} />
                  </span>
                </summary>
                <Tries delivery={delivery} />
              </details>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {shellT('app.more')}
          </Button>
        </div>
      )}
    </>
  )
}

/** What was given up; a webhook tells by the message's id that it has it already, people do not. */
const mayReplay = ({ state, destination }: Delivery) => state === 'dead' || (state === 'done' && destination.kind === 'webhook')

function Tries({ delivery }: { delivery: Delivery }) {
  const t = useT()
  const { number } = useFormats()
  const admin = useUser().roles.includes('admin')
  const replay = useChange({ key: ['deliveries'], send: () => replayDelivery(delivery.id), done: () => toast({ title: t('replayed') }) })
  return (
    <div className="flex flex-col gap-3 px-4 pb-4 md:ps-10">
      {delivery.reason && <Words className="text-danger">{delivery.reason}</Words>}
      {delivery.state === 'waiting' && delivery.due && (
        <p className="text-quiet">
          {t('next')} <Ago time={delivery.due} />
        </p>
      )}
      <ol className="flex flex-col gap-1.5">
        {delivery.attempts.map((attempt, place) => (
          <li key={`${attempt.at} ${place}`} className="flex flex-wrap items-baseline gap-x-3 text-[0.867rem]">
            <Badge tone={attempt.outcome === 'done' ? 'accent' : 'danger'}>{t(`outcome.${attempt.outcome}`)}</Badge>
            {attempt.status && <span className="tabular-nums">{attempt.status}</span>}
            <bdi className="min-w-40 flex-1 break-words">{attempt.detail}</bdi>
            <span className="text-quiet">
              {t('took', { millis: number(attempt.millis) })} · <Ago time={attempt.at} />
            </span>
          </li>
        ))}
        {delivery.attempts.length === 0 && <li className="text-quiet">{t('noTries')}</li>}
      </ol>
      {delivery.content && (
        <details>
          <summary className="cursor-pointer rounded text-quiet">{t('content')}</summary>
          <pre dir="ltr" tabIndex={0} className="mt-2 max-h-72 overflow-auto rounded-lg bg-raised p-3 text-[0.8rem]">
            {delivery.content}
          </pre>
        </details>
      )}
      {admin && mayReplay(delivery) && (
        <Button size="sm" className="self-start" disabled={replay.isPending} onClick={() => replay.mutate(undefined)}>
          {t('replay')}
        </Button>
      )}
    </div>
  )
}
