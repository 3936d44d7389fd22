import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type LinkedinOutcome, takeLinkedinArchive } from '@/api/imports'
import { Problem } from '@/api/problem'
import { problemKey } from '@/app/problem-key'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { useT } from './texts'

const COUNTS = ['rows', 'withoutAddress', 'unknown', 'matched', 'given', 'same', 'kept', 'faulty'] as const

/** Takes the archive that a colleague downloaded of their own LinkedIn account: first what would happen, then it does. */
export function LinkedinArchive() {
  const t = useT()
  const shellT = useShellT()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const take = useMutation({ mutationFn: ({ archive, apply }: { archive: File; apply: boolean }) => takeLinkedinArchive(archive, apply) })
  const { data, error, isPending } = take
  return (
    <Card className="mt-8">
      <CardHeader>
        <CardTitle>{t('linkedin')}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col items-start gap-4">
        <p className="text-quiet">{t('linkedinText')}</p>
        <Button disabled={isPending} onClick={() => input.current?.click()}>
          {t('linkedinChoose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".zip,.csv,application/zip,text/csv"
          aria-label={t('linkedinChoose')}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            const chosen = target.files?.[0]
            setFile(chosen)
            if (chosen) take.mutate({ archive: chosen, apply: false })
            target.value = ''
          }}
        />
        {error && (
          <p role="alert" className="text-danger">
            {shellT(problemKey(error))}
            {error instanceof Problem && [413, 422].includes(error.status) && (
              <bdi lang="en" className="block text-[0.867rem]">
                {error.message}
              </bdi>
            )}
          </p>
        )}
        {data && <Outcome outcome={data} />}
        {data && !data.applied && data.given > 0 && file && (
          <Button variant="primary" disabled={isPending} onClick={() => take.mutate({ archive: file, apply: true })}>
            {t('linkedinApply', { count: data.given })}
          </Button>
        )}
      </CardContent>
    </Card>
  )
}

function Outcome({ outcome }: { outcome: LinkedinOutcome }) {
  const t = useT()
  const { number } = useFormats()
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="font-medium">{t(outcome.applied ? 'linkedinDone' : 'linkedinWould')}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {COUNTS.map((count) => (
          <div key={count} className="contents">
            <dt>{t(`linkedin.${count}`)}</dt>
            <dd className="tabular-nums">{number(outcome[count])}</dd>
          </div>
        ))}
      </dl>
      {outcome.problems.length > 0 && (
        <ul lang="en" dir="ltr" className="text-start text-[0.867rem] text-quiet">
          {outcome.problems.map(({ row, detail }) => (
            <li key={row}>
              {row}: {detail}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
