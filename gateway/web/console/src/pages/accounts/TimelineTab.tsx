import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type AccountDetail, type Interaction, interactions, logInteraction, type TimelineFilter, tickets, withdrawInteraction } from '@/api/accounts'
import { mayServe } from '@/api/me'
import { Failure } from '@/app/Failure'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { FormDialog } from '../records/FormDialog'
import type { FormField, Values } from '../records/form'
import { SearchBox } from '../records/SearchBox'
import { Moment } from './Moment'
import { TicketLine } from './TicketLine'
import { CHANNELS, type Key, useT } from './words'

const PERIODS = ['30', '90', '365'] as const
const DAY_MS = 24 * 60 * 60_000

/** What took place with an account, the latest first, from whichever source. */
export function TimelineTab({ shown }: { shown: AccountDetail }) {
  const t = useT()
  const writes = mayServe(useUser())
  const [filter, setFilter] = useState<TimelineFilter & { period?: string }>({})
  const [logging, setLogging] = useState(false)
  const set = useCallback((change: TimelineFilter & { period?: string }) => setFilter((before) => ({ ...before, ...change })), [])
  const search = useCallback((q: string) => set({ q }), [set])
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-2">
        <SearchBox label={t('searchTimeline')} words={filter.q ?? ''} onChange={search} />
        <Select
          label={t('kind')}
          value={filter.channel ?? ''}
          options={[{ value: '', label: t('everything') }, ...[...CHANNELS, 'ticket' as const].map((value) => ({ value, label: t(`channel.${value}`) }))]}
          onChange={(channel) => set({ channel })}
        />
        <Select
          label={t('contact')}
          value={filter.contact ?? ''}
          options={[{ value: '', label: t('everybody') }, ...shown.contacts.map(({ id, details }) => ({ value: id, label: details.name }))]}
          onChange={(contact) => set({ contact })}
        />
        <Select
          label={t('period')}
          value={filter.period ?? ''}
          options={[{ value: '', label: t('always') }, ...PERIODS.map((value) => ({ value: value as string, label: t('lastDays', { days: Number(value) }) }))]}
          onChange={(period) => set({ period, from: period === '' ? '' : new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - Number(period) * DAY_MS).toISOString() })}
        />
        {writes && (
          <Button className="ms-auto" onClick={() => setLogging(true)}>
            <Icon name="plus" />
            {t('log')}
          </Button>
        )}
      </div>
      {filter.channel === 'ticket' ? <Tickets id={shown.account.id} /> : <Timeline shown={shown} filter={filter} writes={writes} />}
      {logging && <LogDialog shown={shown} onClose={() => setLogging(false)} />}
    </>
  )
}

function Timeline({ shown, filter, writes }: { shown: AccountDetail; filter: TimelineFilter & { period?: string }; writes: boolean }) {
  const t = useT()
  const shellT = useShellT()
  const { period: _, ...asked } = filter
  const query = useInfiniteQuery({ ...interactions(shown.account.id, asked), placeholderData: keepPreviousData })
  const items = query.data?.pages.flatMap((page) => page.items)
  const again = useChange({ key: ['accounts'], send: ({ interaction }: Interaction) => logInteraction(shown.account.id, interaction.details) })
  const withdraw = useChange({
    key: ['accounts'],
    send: ({ interaction }: Interaction) => withdrawInteraction(shown.account.id, interaction.id),
    done: (gone) => toast({ title: t('withdrawn'), undo: { label: shellT('app.undo'), onClick: () => again.mutate(gone) } }),
  })
  if (query.error && items === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (items === undefined) return <Skeleton className="h-48" />
  if (items.length === 0) {
    const filtered = Object.values(asked).some((value) => value !== '' && value !== undefined)
    return (
      <EmptyState icon={filtered ? 'search' : 'calendar'} title={filtered ? shellT('list.none') : t('noTimeline')}>
        {t(filtered ? 'noneInTimeline' : 'noTimelineText')}
      </EmptyState>
    )
  }
  return (
    <>
      <ol className="ms-2 border-s border-line">
        {items.map((one) => (
          <Moment key={one.interaction.id} details={one.interaction.details} contacts={shown.contacts} {...(writes && { onWithdraw: () => withdraw.mutate(one) })} />
        ))}
      </ol>
      <More query={query} />
    </>
  )
}

function Tickets({ id }: { id: string }) {
  const t = useT()
  const query = useInfiniteQuery(tickets(id))
  const items = query.data?.pages.flatMap((page) => page.items)
  if (query.error && items === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (items === undefined) return <Skeleton className="h-48" />
  if (items.length === 0) {
    return (
      <EmptyState icon="ticket" title={t('noTickets')}>
        {t('noTicketsText')}
      </EmptyState>
    )
  }
  return (
    <>
      <ol className="ms-2 border-s border-line">
        {items.map(({ report }) => (
          <TicketLine key={report.ticket} ticket={report} />
        ))}
      </ol>
      <More query={query} />
    </>
  )
}

function More({ query }: { query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }) {
  const shellT = useShellT()
  if (!query.hasNextPage) return null
  return (
    <div className="mt-5 flex justify-center">
      <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
        {shellT('app.more')}
      </Button>
    </div>
  )
}

function LogDialog({ shown, onClose }: { shown: AccountDetail; onClose: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const log = useChange({
    key: ['accounts'],
    quiet: true,
    send: ({ sentiment, ...values }: Values) =>
      logInteraction(shown.account.id, {
        source: 'manual',
        externalId: crypto.randomUUID(),
        contacts: [],
        ourPeople: [],
        ourExecutive: false,
        competitors: [],
        ...values,
        ...(sentiment !== undefined && { sentiment: Number(sentiment) }),
      }),
    done: () => {
      onClose()
      toast({ title: shellT('app.saved') })
    },
  })
  const choice = (values: readonly string[], prefix: string) => values.map((value) => ({ value, label: t(`${prefix}.${value}` as Key) }))
  const fields: FormField[] = [
    { name: 'channel', label: t('kind'), kind: 'choice', required: true, options: choice(CHANNELS, 'channel') },
    { name: 'at', label: t('when'), kind: 'moment', required: true },
    { name: 'direction', label: t('whoBegan'), kind: 'choice', required: true, options: choice(['inbound', 'outbound'], 'direction') },
    { name: 'subject', label: t('subject'), kind: 'text', longest: 500 },
    { name: 'summary', label: t('summary'), kind: 'area', longest: 20_000 },
    ...(shown.contacts.length > 0
      ? [{ name: 'contacts', label: t('tookPart'), kind: 'choices', options: shown.contacts.map(({ id, details }) => ({ value: id, label: details.name })) } satisfies FormField]
      : []),
    { name: 'sentiment', label: t('mood'), kind: 'choice', options: [{ value: '0.7', label: t('mood.good') }, { value: '0', label: t('mood.even') }, { value: '-0.7', label: t('mood.bad') }] },
    { name: 'nextStep', label: t('nextStep'), kind: 'text', longest: 4_000 },
    { name: 'link', label: t('link'), kind: 'text', longest: 2_000, ltr: true },
  ]
  return (
    <FormDialog
      title={t('log')}
      fields={fields}
      values={{ at: new Date().toISOString(), channel: 'call', direction: 'outbound' }}
      whole
      busy={log.isPending}
      problem={log.error}
      onClose={onClose}
      onSave={(values) => log.mutate(values)}
    />
  )
}
