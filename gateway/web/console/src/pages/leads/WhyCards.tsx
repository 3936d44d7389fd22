import type { ReactNode } from 'react'
import type { Lead } from '@/api/leads'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Words } from '@/ui/Words'
import { useT } from './texts'

/** Who the lead is taken for and why, what to do next, and who else they look at. */
export function WhyCards({ shown }: { shown: Lead }) {
  const t = useT()
  const { percent, signedNumber } = useFormats()
  // One sentence may say several things.
  const quotes = [...new Set(shown.personaEvidence.map(({ quote }) => quote))]
  return (
    <div className="flex flex-col gap-5">
      <Part title={t('persona')}>
        {shown.persona === null ? (
          <p className="text-quiet">{t('noPersona')}</p>
        ) : (
          <>
            <p className="flex items-center gap-2">
              <bdi className="font-medium">{shown.persona.name}</bdi>
              <Badge tone="accent">{percent(shown.persona.confidence)}</Badge>
            </p>
            <ul className="mt-2 flex flex-col gap-1.5">
              {quotes.map((quote) => (
                <li key={quote}>
                  <Quote text={quote} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      {shown.recommendations.length > 0 && (
        <Part title={t('next')}>
          <ul className="divide-y divide-line">
            {shown.recommendations.map(({ input, text, points }) => (
              <li key={input} className="flex items-start justify-between gap-3 py-2">
                <Words>{text}</Words>
                <Badge>{signedNumber(points)}</Badge>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {shown.competitors.length > 0 && (
        <Part title={t('competitors')}>
          <ul className="divide-y divide-line">
            {shown.competitors.map(({ name, quote }, place) => (
              <li key={`${place} ${name}`} className="py-2">
                <bdi className="font-medium">{name}</bdi>
                <Quote text={quote} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  )
}

/** The visitor's own words. */
export function Quote({ text }: { text: string | null | undefined }) {
  const shellT = useShellT()
  if (!text) return null
  return <span className="block text-[0.867rem] text-quiet">{shellT('history.quote', { quote: isolated(text) })}</span>
}
