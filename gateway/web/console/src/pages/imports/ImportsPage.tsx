import { useQuery } from '@tanstack/react-query'
import { type DragEvent, useMemo, useRef, useState } from 'react'
import { type Import, imports } from '@/api/imports'
import { mayServe } from '@/api/me'
import { Problem } from '@/api/problem'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { problemKey } from '@/app/problem-key'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { cn } from '@/ui/cn'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { Progress } from '@/ui/Progress'
import { Ago } from '../records/Ago'
import { BackLink } from '../records/BackLink'
import { type Column, RecordTable } from '../records/RecordTable'
import { ImportBadge } from './ImportBadge'
import { LinkedinArchive } from './LinkedinArchive'
import { useT } from './texts'
import { useUpload } from './useUpload'

/** Files of accounts: a new one, and those that were. */
export function ImportsPage() {
  const t = useT()
  const writes = mayServe(useUser())
  const query = useQuery({ ...imports, enabled: writes })
  const columns = useColumns()
  return (
    <Page title={t('title')} lead={t('lead')} above={<BackLink to="/accounts">{t('accounts')}</BackLink>}>
      {!writes ? (
        <EmptyState icon="upload" title={t('title')}>
          {t('notAllowed')}
        </EmptyState>
      ) : (
        <>
          <Chooser />
          {query.error && query.data === undefined ? (
            <Failure error={query.error} onRetry={query.refetch} />
          ) : (
            query.data?.length !== 0 && (
              <>
                <h2 className="mt-8 mb-3 text-base font-semibold">{t('before')}</h2>
                <RecordTable label={t('before')} columns={columns} rows={query.data} to="/accounts/import/$id" below={(row) => <ImportBadge status={row.status} />} />
              </>
            )
          )}
          <LinkedinArchive />
        </>
      )}
    </Page>
  )
}

/** Takes a file by the browser's own dialog, or dropped. */
function Chooser() {
  const t = useT()
  const shellT = useShellT()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [empty, setEmpty] = useState(false)
  const { upload, state, error } = useUpload()
  const take = (file: File | undefined) => {
    if (file === undefined || state !== null) return
    setEmpty(file.size === 0)
    if (file.size > 0) void upload(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn('rounded-xl border-2 border-dashed bg-card', over ? 'border-accent' : 'border-line')}
    >
      {state === null ? (
        <EmptyState
          icon="upload"
          title={t('choose')}
          action={
            <Button variant="primary" onClick={() => input.current?.click()}>
              {t('chooseFile')}
            </Button>
          }
        >
          {t('chooseText')}
        </EmptyState>
      ) : (
        <div role="status" className="mx-auto flex max-w-md flex-col gap-3 px-6 py-16">
          <p>{t('uploading', { name: `\u2068${state.name}\u2069` })}</p>
          <Progress done={state.sent} total={state.total} label={t('uploaded')} />
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label={t('chooseFile')}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          take(target.files?.[0])
          target.value = ''
        }}
      />
      {empty && (
        <p role="alert" className="px-6 pb-6 text-center text-danger">
          {t('fileEmpty')}
        </p>
      )}
      {error !== null && !empty && (
        <p role="alert" className="px-6 pb-6 text-center text-danger">
          <Icon name="warning" className="me-2 inline" />
          {shellT(problemKey(error))}
          {error instanceof Problem && error.status === 422 && (
            <bdi lang="en" className="block text-[0.867rem]">
              {error.message}
            </bdi>
          )}
        </p>
      )}
    </div>
  )
}

function useColumns(): Column<Import>[] {
  const t = useT()
  return useMemo(
    () => [
      { key: 'name', title: t('file'), cell: (row) => <bdi className="font-medium">{row.name}</bdi> },
      { key: 'status', title: t('status'), wide: 'w-36', cell: (row) => <ImportBadge status={row.status} /> },
      { key: 'rows', title: t('rows'), wide: 'w-28', cell: (row) => t('rowsOf', { count: row.tally.rows }) },
      { key: 'when', title: t('when'), wide: 'w-36', cell: (row) => <Ago time={row.createdAt} /> },
    ],
    [t],
  )
}
