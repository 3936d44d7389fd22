import { useQuery } from '@tanstack/react-query'
import { mayWrite } from '@/api/me'
import { editPersona, type Persona, persona as one, type PersonaText, type PersonaVersion, personaVersions } from '@/api/personas'
import { Failure } from '@/app/Failure'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useFormats } from '@/i18n/formats'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { PageSkeleton } from '../records/PageSkeleton'
import { differing, textOf } from './differing'
import { useT } from './texts'

/** What a persona was before, the latest first, and a way back to it. */
export function Versions({ persona }: { persona: Persona }) {
  const t = useT()
  const writes = mayWrite(useUser()) && persona.status !== 'merged'
  const query = useQuery(personaVersions(persona.id))
  const back = useChange<PersonaVersion, Persona>({
    key: one(persona.id).queryKey,
    send: ({ state }) => editPersona(persona.id, persona.rev, textOf(state)),
    done: ({ state }) => toast({ title: t('isBack', { version: state.version }) }),
  })
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <PageSkeleton />
  if (query.data.length === 0) {
    return (
      <EmptyState icon="history" title={t('noVersions')}>
        {t('noVersionsText')}
      </EmptyState>
    )
  }
  return (
    <ol className="divide-y divide-line rounded-xl border border-line bg-card">
      {query.data.map((version) => (
        <li key={version.state.version} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
          <span className="min-w-48 flex-1">
            <span className="font-medium">{t('version', { version: version.state.version })}</span>
            <Differences version={version.state} now={persona} />
          </span>
          <span className="text-[0.867rem] text-quiet">
            <Ago time={version.at} />
          </span>
          {writes && (
            <Button size="sm" disabled={back.isPending} onClick={() => back.mutate(version)}>
              {t('putBack')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

function Differences({ version, now }: { version: PersonaText; now: PersonaText }) {
  const t = useT()
  const { list } = useFormats()
  const parts = differing(version, now).map((part) => t(part))
  return <span className="block text-[0.867rem] text-quiet">{parts.length === 0 ? t('sameAsNow') : t('differs', { parts: list(parts) })}</span>
}
