import { mayWrite } from '@/api/me'
import { answerSuggestion, type Persona, persona as one, type Suggestion } from '@/api/personas'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { toast } from '@/ui/toast'
import { Words } from '@/ui/Words'
import { Source } from './PersonaSheet'
import { type Key, useT } from './texts'

const PARTS = ['needs', 'exemplars', 'knowledge']

type Answer = { suggestion: Suggestion; answer: 'accept' | 'dismiss' }

/** What the site says now, to be taken or left; what people wrote stays until somebody decides. */
export function Suggestions({ persona }: { persona: Persona }) {
  const t = useT()
  const shellT = useShellT()
  const writes = mayWrite(useUser())
  const { mutate, isPending } = useChange<Answer, Persona>({
    key: one(persona.id).queryKey,
    send: ({ suggestion, answer }) => answerSuggestion(persona.id, persona.rev, suggestion.id, answer),
    guess: (now, { suggestion }) => ({ ...now, suggestions: now.suggestions.filter(({ id }) => id !== suggestion.id) }),
    done: ({ answer }) => toast({ title: t(answer === 'accept' ? 'taken' : 'left') }),
  })
  if (persona.suggestions.length === 0) return null
  return (
    <Card className="mb-5">
      <CardHeader>
        <CardTitle>{t('suggestions', { count: persona.suggestions.length })}</CardTitle>
      </CardHeader>
      <CardContent>
        <p className="text-quiet">{t('suggestionsText')}</p>
        <ul className="divide-y divide-line">
          {persona.suggestions.map((suggestion) => (
            <li key={suggestion.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
              <div className="min-w-56 flex-1">
                <Badge>{PARTS.includes(suggestion.part) ? t(suggestion.part as Key) : suggestion.part}</Badge>
                {suggestion.answer && <Words className="mt-1 text-quiet">{suggestion.answer.question || suggestion.answer.topic}</Words>}
                <Words className="mt-1">{suggestion.text}</Words>
                {suggestion.claim && (
                  <p className="mt-1 text-[0.867rem] text-quiet">
                    {shellT('history.quote', { quote: isolated(suggestion.claim.quote) })} <Source page={suggestion.claim.page} />
                  </p>
                )}
              </div>
              {writes && (
                <span className="flex gap-2">
                  <Button size="sm" disabled={isPending} onClick={() => mutate({ suggestion, answer: 'dismiss' })}>
                    {t('leave')}
                  </Button>
                  <Button size="sm" variant="primary" disabled={isPending} onClick={() => mutate({ suggestion, answer: 'accept' })}>
                    {t('take')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  )
}
