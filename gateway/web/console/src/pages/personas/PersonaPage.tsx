import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { mayWrite } from '@/api/me'
import { editPersona, type Persona, persona } from '@/api/personas'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Tabs } from '@/ui/Tabs'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { BackLink } from '../records/BackLink'
import { PageSkeleton } from '../records/PageSkeleton'
import { PersonaActions } from './PersonaActions'
import { PersonaBadge } from './PersonaBadge'
import { PersonaForm } from './PersonaForm'
import { PersonaSheet } from './PersonaSheet'
import { Suggestions } from './Suggestions'
import { Versions } from './Versions'
import { useT } from './texts'

const route = getRouteApi('/signed-in/personas/$id')

export function PersonaPage() {
  const t = useT()
  const { id } = route.useParams()
  const query = useQuery(persona(id))
  const back = <BackLink to="/personas">{t('title')}</BackLink>
  if (query.data !== undefined) return <Loaded key={id} persona={query.data} back={back} />
  return (
    <Page title={t('title')} above={back}>
      {query.error ? <Failure error={query.error} onRetry={query.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ persona: shown, back }: { persona: Persona; back: ReactNode }) {
  const t = useT()
  const shellT = useShellT()
  const writes = mayWrite(useUser())
  const navigate = useNavigate()
  const { tab = 'sheet' } = route.useSearch()
  const [editing, setEditing] = useState(false)
  const save = useChange({
    key: persona(shown.id).queryKey,
    send: (text: Parameters<typeof editPersona>[2]) => editPersona(shown.id, shown.rev, text),
    guess: (now: Persona, text) => ({ ...now, ...text }),
    done: () => {
      setEditing(false)
      toast({ title: shellT('app.saved') })
    },
  })
  return (
    <Page
      title={shown.name}
      above={back}
      lead={
        <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.867rem]">
          <PersonaBadge status={shown.status} />
          <span>{t('version', { version: shown.version })}</span>
          <span>{t(`maker.${shown.maker}`)}</span>
          <Ago time={shown.changedAt} />
        </span>
      }
      actions={writes && !editing && <PersonaActions persona={shown} onEdit={() => setEditing(true)} />}
    >
      {editing ? (
        <PersonaForm persona={shown} busy={save.isPending} problem={save.error} onCancel={() => setEditing(false)} onSave={(text) => save.mutate(text)} />
      ) : (
        <Tabs
          label={t('sections')}
          value={tab}
          onChange={(next) => void navigate({ to: '/personas/$id', params: { id: shown.id }, search: next === 'sheet' ? {} : { tab: next }, replace: true })}
          tabs={[
            {
              value: 'sheet',
              label: t('sheet'),
              content: (
                <>
                  <Suggestions persona={shown} />
                  <PersonaSheet persona={shown} />
                </>
              ),
            },
            { value: 'versions', label: t('versions'), content: <Versions persona={shown} /> },
          ]}
        />
      )}
    </Page>
  )
}
