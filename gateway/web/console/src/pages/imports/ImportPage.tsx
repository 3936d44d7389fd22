import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { checkImport, type Import, runImport, stopImport } from '@/api/imports'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { useFormats } from '@/i18n/formats'
import { Button, buttonClass } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Figure } from '@/ui/Figure'
import { Progress } from '@/ui/Progress'
import { BackLink } from '../records/BackLink'
import { PageSkeleton } from '../records/PageSkeleton'
import { ImportBadge } from './ImportBadge'
import { MappingTable } from './MappingTable'
import { type Mapping, mappingOf, shareOf } from './model/mapping'
import { useT } from './texts'
import { useImport } from './useImport'

const route = getRouteApi('/signed-in/accounts/import/$id')
const COUNTS = ['created', 'updated', 'unchanged', 'failed'] as const

/** One file: what its columns mean, what would become of its rows, and how far it is. */
export function ImportPage() {
  const t = useT()
  const { id } = route.useParams()
  const { state, refused } = useImport(id)
  const back = <BackLink to="/accounts/import">{t('title')}</BackLink>
  if (state !== null && refused === undefined) return <Loaded key={`${state.id} ${state.status === 'checked'}`} shown={state} back={back} />
  return (
    <Page title={t('title')} above={back}>
      {refused ? <Failure error={refused} onRetry={() => location.reload()} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ shown, back }: { shown: Import; back: ReactNode }) {
  const t = useT()
  const { number } = useFormats()
  const [mapping, setMapping] = useState<Mapping>(() => mappingOf(shown))
  const key = ['imports']
  const check = useChange({ key, send: (columns: Mapping) => checkImport(shown.id, columns) })
  const run = useChange({ key, send: () => runImport(shown.id) })
  const stop = useChange({ key, send: () => stopImport(shown.id) })
  const { status, tally } = shown
  const going = status === 'checking' || status === 'running'
  const open = status === 'checked' || (status === 'uploading' && shown.columns.length > 0)
  const changed = JSON.stringify(mapping) !== JSON.stringify(mappingOf(shown))
  const named = mapping.includes('name')
  return (
    <Page
      title={shown.name}
      above={back}
      lead={
        <span role="status" className="mt-1 flex flex-wrap items-center gap-3">
          <ImportBadge status={status} />
          {going && <Progress done={shareOf(shown) * 100} total={100} label={t('lookedThrough')} className="w-40" />}
        </span>
      }
      actions={
        <>
          {(going || status === 'checked' || status === 'uploading') && (
            <Button variant="danger" disabled={stop.isPending} onClick={() => stop.mutate(undefined)}>
              {t('stop')}
            </Button>
          )}
          {open && (changed || status === 'uploading') && (
            <Button variant="primary" disabled={check.isPending || !named} onClick={() => check.mutate(mapping)}>
              {t('checkAgain')}
            </Button>
          )}
          {status === 'checked' && !changed && (
            <Button variant="primary" disabled={run.isPending || !named} onClick={() => run.mutate(undefined)}>
              {t('takeOver')}
            </Button>
          )}
          {status === 'done' && (
            <Link to="/accounts" className={buttonClass({ variant: 'primary' })}>
              {t('accounts')}
            </Link>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-quiet">{t(`about.${status}`)}</p>
        {tally.rows > 0 && (
          <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
            {COUNTS.map((count) => (
              <Figure key={count} label={t(status === 'done' || status === 'running' || status === 'cancelled' ? `was.${count}` : `would.${count}`)}>
                {number(tally[count])}
              </Figure>
            ))}
          </dl>
        )}
        {!named && open && (
          <p role="alert" className="text-danger">
            {t('nameMissing')}
          </p>
        )}
        {shown.problems.length > 0 && <Problems shown={shown} />}
        {shown.columns.length > 0 && <MappingTable columns={shown.columns} mapping={mapping} {...(open && { onChange: setMapping })} />}
      </div>
    </Page>
  )
}

/** What is wrong with single rows. */
function Problems({ shown }: { shown: Import }) {
  const t = useT()
  const { number } = useFormats()
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('problems')}</CardTitle>
        {shown.tally.failed > shown.problems.length && <span className="text-[0.867rem] text-quiet">{t('firstOf', { shown: number(shown.problems.length), all: number(shown.tally.failed) })}</span>}
      </CardHeader>
      <CardContent>
        <ul tabIndex={0} aria-label={t('problems')} className="max-h-72 divide-y divide-line overflow-y-auto">
          {shown.problems.map(({ row, detail }, place) => (
            <li key={`${row} ${place}`} className="flex gap-4 py-1.5">
              <span className="w-24 shrink-0 text-quiet">{t('row', { row: number(row) })}</span>
              <bdi lang="en">{detail}</bdi>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  )
}
