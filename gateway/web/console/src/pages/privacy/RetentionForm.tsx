import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { RETENTION_KINDS, type Retention, type RetentionKind, type RetentionRule, retention, setRetention, tryRetention } from '@/api/privacy'
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

/** The rules that were typed; none when one of them is wrong. */
function rulesOf(typed: Record<RetentionKind, string>): RetentionRule[] | undefined {
  const rules: RetentionRule[] = []
  for (const kind of RETENTION_KINDS) {
    const days = daysOf(typed[kind])
    if (days === 'wrong') return undefined
    rules.push(days === 'keep' ? { kind } : { kind, days })
  }
  return rules
}

/** For how long what is kept, and what would go before it does. */
export function RetentionForm() {
  const query = useQuery(retention)
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <Skeleton className="h-60" />
  return <Loaded key={query.data.rev} policy={query.data} />
}

function Loaded({ policy }: { policy: Retention }) {
  const t = useT()
  const shellT = useShellT()
  const { moment, ago, number, list } = useFormats()
  const [typed, setTyped] = useState(() => typedFrom(policy))
  const rules = rulesOf(typed)
  const limited = rules?.filter(({ days }) => days !== undefined)
  const outlook = useMutation({ mutationFn: tryRetention })
  const save = useChange({
    key: retention.queryKey,
    send: (to: RetentionRule[]) => setRetention(policy.rev, to),
    done: () => toast({ title: t('keptFor') }),
  })
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (rules) save.mutate(rules)
  }
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('retention')}</CardTitle>
      </CardHeader>
      <CardContent>
        <form noValidate onSubmit={submit} className="flex flex-col gap-4">
          <p className="text-quiet">{t('retentionText')}</p>
          {RETENTION_KINDS.map((kind) => (
            <Field key={kind} label={t(`kind.${kind}`)} hint={t(`about.${kind}`)} error={daysOf(typed[kind]) === 'wrong' ? t('daysWrong') : undefined}>
              <Input
                inputMode="numeric"
                className="max-w-40"
                value={typed[kind]}
                onChange={({ target }) => {
                  setTyped({ ...typed, [kind]: target.value })
                  outlook.reset()
                }}
              />
            </Field>
          ))}
          <div role="status" className="empty:hidden">
            {outlook.error && <p className="text-danger">{shellT(problemKey(outlook.error))}</p>}
            {outlook.data?.map(({ kind, count, oldest, newest }) => (
              <p key={kind}>
                {oldest && newest
                  ? t('wouldGo', { kind: t(`kind.${kind}`), count: number(count), oldest: moment(oldest), newest: moment(newest) })
                  : t('nothingGoes', { kind: t(`kind.${kind}`) })}
              </p>
            ))}
          </div>
          <div className="flex flex-wrap gap-2">
            <Button disabled={!limited?.length || outlook.isPending} onClick={() => limited && outlook.mutate(limited)}>
              {t('tryOut')}
            </Button>
            <Button type="submit" variant="primary" disabled={!rules || save.isPending}>
              {t('keepFor')}
            </Button>
          </div>
          {policy.last && (
            <p className="text-[0.867rem] text-quiet">
              {t('wentLast', { time: ago(policy.last.at), what: list(policy.last.kinds.map(({ kind, count }) => `${t(`kind.${kind}`)} ${number(count)}`)) })}
            </p>
          )}
        </form>
      </CardContent>
    </Card>
  )
}

function typedFrom(policy: Retention): Record<RetentionKind, string> {
  const typed = { visitors: '', people: '', interviews: '' }
  for (const { kind, days } of policy.kinds) typed[kind] = String(days ?? '')
  return typed
}
