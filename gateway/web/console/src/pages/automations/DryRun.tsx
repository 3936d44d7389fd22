import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Trial, tryAutomation } from '@/api/automations'
import { problemKey } from '@/app/problem-key'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Select } from '@/ui/Select'
import { Ago } from '../records/Ago'
import { SubjectLink } from '../tasks/SubjectLink'
import { useT } from './texts'

const DAYS = ['7', '30', '90'] as const
const SHOWN = 20

/** Tells what would have been done in the past, and does none of it. */
export function DryRun({ yaml, possible }: { yaml: string; possible: boolean }) {
  const t = useT()
  const shellT = useShellT()
  const [days, setDays] = useState<(typeof DAYS)[number]>('30')
  const trial = useMutation({ mutationFn: () => tryAutomation(yaml, Number(days)) })
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('dryRun')}</CardTitle>
      </CardHeader>
      <CardContent>
        <p className="mb-3 text-quiet">{t('dryRunText')}</p>
        <div className="flex flex-wrap gap-2">
          <Select label={t('lookBack')} value={days} options={DAYS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))} onChange={setDays} />
          <Button onClick={() => trial.mutate()} disabled={!possible || trial.isPending}>
            {t('try')}
          </Button>
        </div>
        <div role="status" className="mt-3 empty:mt-0">
          {trial.error && <p className="text-danger">{shellT(problemKey(trial.error))}</p>}
          {trial.data && <Outcome trial={trial.data} />}
        </div>
      </CardContent>
    </Card>
  )
}

function Outcome({ trial: { observed, complete, runs } }: { trial: Trial }) {
  const t = useT()
  return (
    <>
      <p className="font-medium">{observed === 0 ? t('nothingObserved') : t('wouldRun', { count: runs.length })}</p>
      {observed > 0 && (
        <p className="text-[0.867rem] text-quiet">
          {t('observed', { count: observed })} {!complete && t('notAll')}
        </p>
      )}
      <ol className="mt-2 divide-y divide-line">
        {runs.slice(0, SHOWN).map(({ automation, subject, at }) => (
          <li key={`${automation} ${subject.id} ${at}`} className="flex justify-between gap-3 py-1.5">
            <span className="min-w-0 truncate">
              <SubjectLink subject={subject} /> <bdi className="text-[0.867rem] text-quiet">{subject.id}</bdi>
            </span>
            <Ago time={at} />
          </li>
        ))}
      </ol>
      {runs.length > SHOWN && <p className="text-quiet">{t('andMore', { count: runs.length - SHOWN })}</p>}
    </>
  )
}
