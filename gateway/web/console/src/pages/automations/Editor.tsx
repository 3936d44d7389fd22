import { useEffect, useState } from 'react'
import { Problem } from '@/api/problem'
import { problemKey } from '@/app/problem-key'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card, CardContent } from '@/ui/Card'
import { DryRun } from './DryRun'
import { Names } from './Names'
import { useReading } from './useReading'
import { useT } from './texts'
import { YamlEditor } from './YamlEditor'

type EditorProps = {
  yaml: string
  /** Of the automation as it is kept. */
  rev?: number
  busy: boolean
  problem: unknown
  readOnly?: boolean
  /** Not kept yet, so it can be kept as it is. */
  fresh?: boolean
  /** @param rev of the automation the text was begun on */
  onSave: (yaml: string, rev: number) => void
}

/** Writes an automation: checked while it is written, tried on what has been, and then kept. */
export function Editor({ yaml, rev = 0, busy, problem, readOnly = false, fresh = false, onSave }: EditorProps) {
  const t = useT()
  const shellT = useShellT()
  const [text, setText] = useState(yaml)
  const [begun, setBegun] = useState({ yaml, rev })
  // What a colleague saves is shown to whoever only reads; what somebody writes stays, and belongs to what it was begun on.
  if (begun.rev !== rev && (text === begun.yaml || text === yaml)) {
    setBegun({ yaml, rev })
    setText(yaml)
  }
  const { read, faults, error } = useReading(text)
  const changed = text !== begun.yaml
  useLeaveWarning(changed && !busy)
  const right = read !== undefined && read.faults.length === 0
  const state =
    text.trim() === ''
      ? t('nothingWritten')
      : error
        ? shellT(problemKey(error))
        : read === undefined
          ? t('reading')
          : right
            ? t('fine', { what: read.automations.map(({ title }) => title).join(', ') })
            : t('faults', { count: read.faults.length })
  return (
    <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <Card>
        <CardContent className="pt-5">
          <YamlEditor label={t('yaml')} value={text} faults={faults} state={state} readOnly={readOnly} onChange={setText} />
          {problem instanceof Error && (
            <p role="alert" className="mt-3 text-danger">
              {problem instanceof Problem && problem.code === 'name-taken' ? t('nameTaken') : shellT(problemKey(problem))}
            </p>
          )}
          {!readOnly && (
            <div className="mt-4 flex justify-end gap-2">
              <Button onClick={() => setText(begun.yaml)} disabled={!changed}>
                {t('revert')}
              </Button>
              <Button variant="primary" disabled={busy || !right || !(changed || fresh)} onClick={() => onSave(text, begun.rev)}>
                {shellT('app.save')}
              </Button>
            </div>
          )}
        </CardContent>
      </Card>
      <div className="flex flex-col gap-5">
        {!readOnly && <DryRun yaml={text} possible={right} />}
        <Names />
      </div>
    </div>
  )
}

/** Asks before what was written is lost. */
function useLeaveWarning(changed: boolean) {
  useEffect(() => {
    if (!changed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [changed])
}
