import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Run, retryRun, runs, type Step } from '@/api/automations'
import { Failure } from '@/app/Failure'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { PageSkeleton } from '../records/PageSkeleton'
import { SubjectLink } from '../tasks/SubjectLink'
import { useMayDo } from '../tasks/useMayDo'
import { useT } from './texts'

const TONES = { waiting: 'amber', done: 'accent', failed: 'danger' } as const

// What automations are about has words in every language; what a later server adds shows its own name.
const SUBJECTS: string[] = ['account', 'contact', 'lead'] satisfies Subject[]
type Subject = 'account' | 'contact' | 'lead'

/** What an automation did, the latest first; each run opens to its steps. */
export function RunLog({ name, open }: { name: string; open: string | undefined }) {
  const t = useT()
  const shellT = useShellT()
  const query = useInfiniteQuery(runs(name))
  const shown = query.data?.pages.flatMap(({ items }) => items)
  if (query.error && shown === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (shown === undefined) return <PageSkeleton />
  if (shown.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-card">
        <EmptyState icon="history" title={t('noRuns')}>
          {t('noRunsText')}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-card">
        {shown.map((run) => (
          <li key={run.id}>
            <details open={run.id === open || run.state === 'failed'}>
              <summary className="flex cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-raised/60">
                <Badge tone={TONES[run.state]}>{t(`state.${run.state}`)}</Badge>
                <span className="min-w-0 flex-1 truncate">
                  {SUBJECTS.includes(run.subject.type) ? t(`subject.${run.subject.type as Subject}`) : run.subject.type} <bdi className="text-quiet">{run.subject.id}</bdi>
                </span>
                <span className="text-[0.867rem] text-quiet">
                  <Ago time={run.startedAt} />
                </span>
              </summary>
              <Steps run={run} />
            </details>
          </li>
        ))}
      </ul>
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

function Steps({ run }: { run: Run }) {
  const t = useT()
  const mayDo = useMayDo()
  const retry = useChange({ key: ['automations'], send: (failed: Run) => retryRun(failed) })
  return (
    <div className="px-4 pb-4 md:ps-10">
      <p className="mb-2 flex flex-wrap gap-x-3 text-[0.867rem] text-quiet">
        <SubjectLink subject={run.subject} />
        <code dir="ltr">{run.trigger}</code>
        <span>{t('version', { version: run.version })}</span>
      </p>
      <ol className="flex flex-col gap-2">
        {run.steps.map((step, place) => (
          <li key={`${place} ${step.action}`} className="flex flex-wrap items-start gap-x-3 gap-y-1">
            <Badge tone={step.state === 'waiting' && step.attempts === 0 ? 'neutral' : TONES[step.state]}>{t(`state.${step.state}`)}</Badge>
            <span className="min-w-0 flex-1">
              <code dir="ltr">{step.action}</code> <What step={step} />
            </span>
            {step.at && (
              <span className="text-[0.867rem] text-quiet">
                <Ago time={step.at} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {run.state === 'failed' && mayDo && (
        <Button size="sm" className="mt-3" onClick={() => retry.mutate(run)} disabled={retry.isPending}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

/** What came of a step, and the way to what it made. */
function What({ step: { state, result, error, reference, attempts, due } }: { step: Step }) {
  const t = useT()
  return (
    <>
      {result && <Words className="text-[0.867rem] text-quiet">{result}</Words>}
      {error && state !== 'done' && <Words className="text-[0.867rem] text-danger">{error}</Words>}
      {state !== 'done' && attempts > 0 && <span className="block text-[0.867rem] text-quiet">{t('tries', { count: attempts })}</span>}
      {state === 'waiting' && due && attempts > 0 && (
        <span className="block text-[0.867rem] text-quiet">
          {t('again')} <Ago time={due} />
        </span>
      )}
      {reference?.startsWith('t-') && (
        <Link to="/tasks/$id" params={{ id: reference }} className="block text-accent underline-offset-2 hover:underline">
          {t('toTask')}
        </Link>
      )}
    </>
  )
}
