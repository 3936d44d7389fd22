import { Link } from '@tanstack/react-router'
import { type BegunGuide, beginGuide, type Guide, guidesOf, tickStep } from '@/api/guides'
import type { Subject } from '@/api/tasks'
import { useColleagues } from '@/app/colleagues'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Progress } from '@/ui/Progress'
import { Ago } from '../records/Ago'
import { useT } from './texts'
import { useMayDo } from './useMayDo'

type GuideCardProps = { guide: Guide; rounds: BegunGuide[]; subject: Subject }

/** A checklist: its steps to be ticked while it is open, or else what it would be and when it was last done. */
export function GuideCard({ guide, rounds, subject }: GuideCardProps) {
  const t = useT()
  const mayDo = useMayDo()
  const { id } = useUser()
  const open = rounds.find(({ state }) => state === 'open')
  const begin = useChange({ key: guidesOf(subject).queryKey, send: () => beginGuide(guide.guide, subject, id) })
  return (
    <Card className="flex h-full flex-col">
      <CardHeader className="flex-col items-start gap-1">
        <CardTitle>
          <bdi lang="en">{guide.title}</bdi>
        </CardTitle>
        <bdi lang="en" className="text-[0.867rem] text-quiet">
          {guide.text}
        </bdi>
      </CardHeader>
      <CardContent className="flex flex-1 flex-col gap-3">
        {open ? (
          <Steps open={open} subject={subject} />
        ) : (
          <>
            <ol lang="en" className="flex flex-1 list-decimal flex-col gap-1.5 ps-5 marker:text-quiet">
              {guide.steps.map((step) => (
                <li key={step}>
                  <bdi>{step}</bdi>
                </li>
              ))}
            </ol>
            {rounds.length > 0 && <p className="text-[0.867rem] text-quiet">{t('rounds', { count: rounds.length })}</p>}
            {mayDo && (
              <Button onClick={() => begin.mutate(undefined)} disabled={begin.isPending} aria-label={t('beginGuide', { title: isolated(guide.title) })}>
                {t('begin')}
              </Button>
            )}
          </>
        )}
      </CardContent>
    </Card>
  )
}

function Steps({ open, subject }: { open: BegunGuide; subject: Subject }) {
  const t = useT()
  const mayDo = useMayDo()
  const { nameOf } = useColleagues()
  const tick = useChange<{ step: number; done: boolean }, BegunGuide[]>({
    key: guidesOf(subject).queryKey,
    send: ({ step, done }) => tickStep(open, step, done),
    guess: (all, { step, done }) => all.map((one) => (one.task === open.task ? ticked(one, step, done) : one)),
  })
  return (
    <>
      <div className="flex items-center gap-3">
        <Progress label={t('stepsDone', { done: open.done, total: open.of })} done={open.done} total={open.of} className="flex-1" />
        <span className="shrink-0 text-[0.867rem] text-quiet tabular-nums">{t('ticked', { done: open.done, total: open.of })}</span>
      </div>
      <ol lang="en" className="flex flex-1 flex-col gap-2">
        {open.steps.map(({ text, done, by, at }, step) => (
          <li key={text}>
            <label className="flex items-start gap-2.5">
              <input
                type="checkbox"
                className="mt-1 size-4 shrink-0 accent-accent"
                checked={done}
                disabled={!mayDo || tick.isPending}
                onChange={({ target }) => tick.mutate({ step, done: target.checked })}
              />
              <span className={done ? 'text-quiet' : ''}>
                <bdi>{text}</bdi>
                {done && by && at && (
                  <span className="block text-[0.8rem] text-quiet">
                    <bdi>{nameOf(by)}</bdi> · <Ago time={at} />
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ol>
      <Link to="/tasks/$id" params={{ id: open.task }} className="self-start rounded text-accent underline-offset-2 hover:underline">
        {t('openGuide')}
      </Link>
    </>
  )
}

function ticked(guide: BegunGuide, step: number, done: boolean): BegunGuide {
  const steps = guide.steps.map((one, place) => (place === step ? { text: one.text, done } : one))
  return { ...guide, steps, done: steps.filter((one) => one.done).length }
}
