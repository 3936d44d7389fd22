import type { ReactNode } from 'react'
import type { Claim, Persona } from '@/api/personas'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Words } from '@/ui/Words'
import { Fact, Facts } from '../records/Facts'
import { useT } from './texts'

/** All of a persona, to read; with the page's own words for what was read from a page. */
export function PersonaSheet({ persona }: { persona: Persona }) {
  const t = useT()
  const said = (part: string, text: string) => persona.claims.filter((claim) => claim.part === part && claim.text === text)
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Part title={t('who')}>
        <Words className="leading-relaxed">{persona.description || t('nothing')}</Words>
        <Quotes claims={said('description', persona.description)} />
        <Facts stacked>
          {persona.opening && (
            <Fact label={t('opening')}>
              <Words>{persona.opening}</Words>
            </Fact>
          )}
          {persona.nextSteps && (
            <Fact label={t('nextSteps')}>
              <Words>{persona.nextSteps}</Words>
            </Fact>
          )}
        </Facts>
      </Part>
      <Part title={t('needs')}>
        <Lines texts={persona.needs} below={(text) => <Quotes claims={said('needs', text)} />} />
      </Part>
      <Part title={t('exemplars')}>
        <Lines texts={persona.exemplars} below={(text) => <Quotes claims={said('exemplars', text)} />} />
      </Part>
      <Part title={t('vocabulary')}>
        <ul className="flex flex-wrap gap-1.5">
          {persona.vocabulary.map((word) => (
            <li key={word}>
              <Badge>
                <bdi>{word}</bdi>
              </Badge>
            </li>
          ))}
        </ul>
        {persona.vocabulary.length === 0 && <p className="text-quiet">{t('nothing')}</p>}
      </Part>
      <Part title={t('questions')}>
        <Lines texts={persona.questions.map(({ text }) => text)} />
        {persona.buttons.length > 0 && (
          <>
            <h3 className="mt-3 mb-1 text-quiet">{t('buttons')}</h3>
            <ul className="flex flex-wrap gap-1.5">
              {persona.buttons.map(({ label }) => (
                <li key={label}>
                  <Badge tone="accent">
                    <bdi>{label}</bdi>
                  </Badge>
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part title={t('knowledge')}>
        {persona.knowledge.length === 0 && <p className="text-quiet">{t('noKnowledge')}</p>}
        <Facts stacked>
          {persona.knowledge.map(({ topic, question, answer, source }) => (
            <Fact key={topic} label={question || topic} note={source && <Source page={source} />}>
              <Words>{answer}</Words>
            </Fact>
          ))}
        </Facts>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  )
}

function Lines({ texts, below }: { texts: string[]; below?: (text: string) => ReactNode }) {
  const t = useT()
  if (texts.length === 0) return <p className="text-quiet">{t('nothing')}</p>
  return (
    <ul className="divide-y divide-line">
      {texts.map((text, place) => (
        <li key={`${place} ${text}`} className="py-2">
          <Words>{text}</Words>
          {below?.(text)}
        </li>
      ))}
    </ul>
  )
}

function Quotes({ claims }: { claims: Claim[] }) {
  const shellT = useShellT()
  return claims.map(({ quote, page }) => (
    <p key={`${page} ${quote}`} className="mt-1 text-[0.867rem] text-quiet">
      {shellT('history.quote', { quote: isolated(quote) })} <Source page={page} />
    </p>
  ))
}

/** Only web pages are linked: a site can write anything into an address. */
export function Source({ page }: { page: string }) {
  if (!/^https?:\/\//.test(page)) return <bdi>{page}</bdi>
  return (
    <a href={page} target="_blank" rel="noreferrer noopener" className="break-all text-accent">
      <bdi dir="ltr">{page.replace(/^https?:\/\//, '')}</bdi>
    </a>
  )
}
