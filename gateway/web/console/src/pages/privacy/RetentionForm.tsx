import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { type Retention, retention, setRetention, tryRetention } from '@/api/privacy'
import { Failure } from '@/app/Failure'
import { problemKey } from '@/app/problem-key'
import { useChange } from '@/app/useChange'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { useT } from './texts'

const MOST_DAYS = 3650

/** The days somebody typed; nothing means to keep, and anything else is wrong. */
export function daysOf(typed: string): number | 'keep' | 'wrong' {
  if (typed.trim() === '') return 'keep'
  const days = Number(typed)
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : 'wrong'
}

/** For how long unknown visitors are kept, and what would go before it does. */
export function RetentionForm() {
  const query = useQuery(retention)
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <Skeleton className="h-60" />
  return <Loaded key={query.data.rev} policy={query.data} />
}

function Loaded({ policy }: { policy: Retention }) {
  const t = useT()
  const shellT = useShellT()
  const { moment, ago } = useFormats()
  const [typed, setTyped] = useState(String(policy.kinds[0]?.days ?? ''))
  const days = daysOf(typed)
  const outlook = useMutation({ mutationFn: tryRetention })
  const save = useChange({
    key: retention.queryKey,
    send: (to: number | undefined) => setRetention(policy.rev, to),
    done: () => toast({ title: t('keptFor') }),
  })
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (days !== 'wrong') save.mutate(days === 'keep' ? undefined : days)
  }
  const found = outlook.data
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('retention')}</CardTitle>
      </CardHeader>
      <CardContent>
        <form noValidate onSubmit={submit} className="flex flex-col gap-4">
          <p className="text-quiet">{t('retentionText')}</p>
          <Field label={t('days')} hint={t('daysHint')} error={days === 'wrong' ? t('daysWrong') : undefined}>
            <Input
              inputMode="numeric"
              className="max-w-40"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value)
                outlook.reset()
              }}
            />
          </Field>
          <div role="status" className="empty:hidden">
            {outlook.error && <p className="text-danger">{shellT(problemKey(outlook.error))}</p>}
            {found?.count === 0 && <p>{t('nothingGoes')}</p>}
            {found?.oldest && found.newest && <p>{t('wouldGo', { count: found.count, oldest: moment(found.oldest), newest: moment(found.newest) })}</p>}
          </div>
          <div className="flex flex-wrap gap-2">
            <Button disabled={typeof days !== 'number' || outlook.isPending} onClick={() => typeof days === 'number' && outlook.mutate(days)}>
              {t('tryOut')}
            </Button>
            <Button type="submit" variant="primary" disabled={days === 'wrong' || save.isPending}>
              {t('keepFor')}
            </Button>
          </div>
          {policy.last && <p className="text-[0.867rem] text-quiet">{t('wentLast', { count: policy.last.conversations, time: ago(policy.last.at) })}</p>}
        </form>
      </CardContent>
    </Card>
  )
}
