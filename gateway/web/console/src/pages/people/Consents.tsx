import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { type Consent, type ConsentLine, consents, recordConsent, type SaidConsent } from '@/api/people'
import { Failure } from '@/app/Failure'
import { useChange } from '@/app/useChange'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { type Key, useT } from './texts'
import { usePurposeName } from './words'

const ConsentDialog = lazy(() => import('./ConsentDialog').then((module) => ({ default: module.ConsentDialog })))

const SOURCES = ['conversation', 'form', 'api', 'import', 'colleague']
const TONES = { granted: 'accent', withdrawn: 'danger', assumed: 'neutral', needed: 'amber' } as const

/** What somebody agreed to and took back, and what therefore may be done. */
export function Consents({ person, writes }: { person: string; writes: boolean }) {
  const t = useT()
  const query = useQuery(consents(person))
  const [asked, setAsked] = useState<Pick<SaidConsent, 'purpose' | 'granted'>>()
  const record = useChange({
    key: ['people'],
    send: (said: SaidConsent) => recordConsent(person, said),
    done: () => {
      close()
      toast({ title: t('recorded') })
    },
  })
  function close() {
    setAsked(undefined)
    record.reset()
  }
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <Skeleton className="h-60" />
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <CardHeader>
          <CardTitle>{t('consents')}</CardTitle>
        </CardHeader>
        <CardContent>
          <p className="text-[0.867rem] text-quiet">{t('consentsText')}</p>
          <ul className="divide-y divide-line">
            {query.data.current.map((consent) => (
              <PurposeRow key={consent.purpose} consent={consent} writes={writes} onAsk={(granted) => setAsked({ purpose: consent.purpose, granted })} />
            ))}
          </ul>
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>{t('ledger')}</CardTitle>
        </CardHeader>
        <CardContent>
          {query.data.items.length === 0 && <p className="text-quiet">{t('noLines')}</p>}
          <ol className="divide-y divide-line">
            {query.data.items.map((line) => (
              <LedgerLine key={`${line.id} ${line.at}`} line={line} />
            ))}
          </ol>
        </CardContent>
      </Card>
      {asked !== undefined && (
        <Suspense>
          <ConsentDialog {...asked} busy={record.isPending} problem={record.error} onClose={close} onSaid={(said) => record.mutate(said)} />
        </Suspense>
      )}
    </div>
  )
}

function PurposeRow({ consent, writes, onAsk }: { consent: Consent; writes: boolean; onAsk: (granted: boolean) => void }) {
  const t = useT()
  const name = usePurposeName()(consent.purpose)
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        {consent.at !== undefined && (
          <span className="block text-[0.867rem] text-quiet">
            {consent.text && <bdi>{consent.text} · </bdi>}
            <Ago time={consent.at} />
          </span>
        )}
      </span>
      <Badge tone={TONES[consent.state]}>{t(`consent.${consent.state}`)}</Badge>
      {writes && (
        <>
          {consent.state !== 'granted' && (
            <Button size="sm" aria-label={`${t('grant')}: ${name}`} onClick={() => onAsk(true)}>
              {t('grant')}
            </Button>
          )}
          {consent.state !== 'withdrawn' && (
            <Button size="sm" aria-label={`${t('withdraw')}: ${name}`} onClick={() => onAsk(false)}>
              {t('withdraw')}
            </Button>
          )}
        </>
      )}
    </li>
  )
}

function LedgerLine({ line }: { line: ConsentLine }) {
  const t = useT()
  const name = usePurposeName()(line.purpose)
  return (
    <li className="py-3">
      <p>
        <span className="font-medium">{t(line.granted ? 'said.granted' : 'said.withdrawn')}</span> · {name}
        {line.text && <bdi> · {line.text}</bdi>}
      </p>
      <p className="text-[0.867rem] text-quiet">
        {SOURCES.includes(line.source) ? t(`source.${line.source}` as Key) : line.source}
        {line.name && <bdi> · {line.name}</bdi>} · <Ago time={line.at} />
      </p>
    </li>
  )
}
