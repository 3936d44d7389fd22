import { useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Icon } from '../icons'
import { useOpenRecord, useStudio } from '../studio'
import { useTexts } from '../texts'
import { MissingDialog } from './MissingDialog'

/** Ways out of an open Studio. */
export interface Ways {
  /** To the list of all records of this flow. */
  all(): void
  /** To a new record of this flow. */
  create(): void
  /** To another conversation. */
  open(conversation: string): void
}

/** What can be done with the record as a whole. */
export function Actions({ ways, tell }: { ways: Ways; tell(notice: string): void }) {
  const { session, goToField } = useStudio()
  const { state, record, panel } = useOpenRecord()
  const { t, problem } = useTexts()
  const [missing, setMissing] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const what = panel.header?.title ?? ''
  const rows = panel.grids.length > 0
  const firstField = panel.header?.fields[0]?.path

  /** Lets what is being typed be saved, and waits for the server. */
  const saved = async (then: () => void) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setBusy(true)
    await session.saved().finally(() => setBusy(false))
    then()
  }
  const finish = () =>
    saved(() => {
      session.complete().then(
        () => tell(t('finish.done')),
        (failure) => {
          if (!(failure instanceof Problem)) throw failure
          if (failure.code === 'required-fields-missing') setMissing(failure.errors.map((error) => error.path))
          else tell(problem(failure.code))
        },
      )
    })
  return (
    <div className="flex items-center gap-2 overflow-x-auto border-t sm:flex-wrap border-line bg-card px-4 py-3">
      <Button size="sm" disabled={busy} onClick={() => void saved(() => tell(t('save.draftSaved')))}>
        {t('act.draft')}
      </Button>
      {rows ? (
        <>
          {firstField !== undefined && <Button size="sm" onClick={() => goToField(firstField)}>{t('act.edit', { what })}</Button>}
          <Button size="sm" disabled={busy} onClick={() => void saved(ways.create)}>{t('act.addNew', { what })}</Button>
        </>
      ) : (
        <Button size="sm" disabled={busy} onClick={() => void saved(ways.create)}>{t('act.new')}</Button>
      )}
      <Button size="sm" disabled={busy} onClick={() => void saved(ways.all)}>{t('act.exit')}</Button>
      <Button size="sm" variant="quiet" onClick={ways.all}>{t('act.all')}</Button>
      <span className="flex-1 max-sm:hidden" />
      {record.next !== undefined ? (
        <Button size="sm" variant="primary" className="max-sm:order-first" onClick={() => ways.open(record.next!)}>
          {t('act.next')}
          <Icon name="arrow" className="size-4 rtl:-scale-x-100" />
        </Button>
      ) : (
        record.status === 'in_progress' && (
          <Button size="sm" variant="primary" className="max-sm:order-first" disabled={busy || !state.online} onClick={() => void finish()}>
            {t('act.finish')}
          </Button>
        )
      )}
      {missing !== undefined && <MissingDialog paths={missing} close={() => setMissing(undefined)} />}
    </div>
  )
}
