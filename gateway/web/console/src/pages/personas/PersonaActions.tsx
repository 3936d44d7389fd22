import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { decide, deletePersona, mergePersona, type Persona, persona as one, type PersonaStatus, personas } from '@/api/personas'
import { useChange } from '@/app/useChange'
import { useShortcuts } from '@/app/shortcuts'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { useT } from './texts'

const Confirm = lazy(() => import('@/ui/Confirm').then((module) => ({ default: module.Confirm })))
const MergeDialog = lazy(() => import('./MergeDialog').then((module) => ({ default: module.MergeDialog })))

type Decision = { decision: 'approve' | 'reject'; rev: number; before: PersonaStatus }

/** What can be decided about a persona. */
export function PersonaActions({ persona, onEdit }: { persona: Persona; onEdit: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const navigate = useNavigate()
  const [merging, setMerging] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const others = useQuery({ ...personas, enabled: merging })
  useShortcuts({ e: onEdit })
  const review = useChange({
    key: one(persona.id).queryKey,
    send: ({ decision, rev }: Decision) => decide(persona.id, rev, decision),
    guess: (now: Persona, { decision }): Persona => ({ ...now, status: decision === 'approve' ? 'approved' : 'rejected' }),
    done: ({ decision, rev, before }) => {
      const back = before === 'approved' ? 'approve' : 'reject'
      // What was only proposed cannot be proposed again.
      const undo = before === 'proposed' ? {} : { undo: { label: shellT('app.undo'), onClick: () => decided(back, rev + 1) } }
      toast({ title: t(decision === 'approve' ? 'approved' : 'rejected'), ...undo })
    },
  })
  const decided = (decision: Decision['decision'], rev = persona.rev) => review.mutate({ decision, rev, before: persona.status })
  const merge = useChange({
    key: ['personas'],
    send: (into: Persona) => mergePersona(persona.id, persona.rev, into),
    done: (into) => {
      setMerging(false)
      toast({ title: t('mergedInto', { name: into.name }) })
      void navigate({ to: '/personas/$id', params: { id: into.id } })
    },
  })
  const end = useChange({
    key: ['personas', 'list'],
    send: () => deletePersona(persona.id, persona.rev),
    done: () => {
      toast({ title: t('deleted') })
      void navigate({ to: '/personas' })
    },
  })
  return (
    <>
      {(persona.status === 'rejected' || persona.status === 'merged') && (
        <Button variant="danger" onClick={() => setDeleting(true)}>
          {t('delete')}
        </Button>
      )}
      {persona.status !== 'merged' && (
        <>
          <Button variant="quiet" onClick={() => setMerging(true)}>
            {t('merge')}
          </Button>
          {persona.status !== 'rejected' && (
            <Button onClick={() => decided('reject')} disabled={review.isPending}>
              {t(persona.status === 'approved' ? 'stopUsing' : 'reject')}
            </Button>
          )}
          <Button onClick={onEdit}>
            <Icon name="edit" />
            {shellT('app.edit')}
          </Button>
          {persona.status !== 'approved' && (
            <Button variant="primary" onClick={() => decided('approve')} disabled={review.isPending}>
              <Icon name="check" />
              {t('approve')}
            </Button>
          )}
        </>
      )}
      {deleting && (
        <Suspense>
          <Confirm
            title={t('deleteTitle', { name: isolated(persona.name) })}
            action={t('delete')}
            labels={{ cancel: shellT('app.cancel'), close: shellT('app.close') }}
            busy={end.isPending}
            onClose={() => setDeleting(false)}
            onConfirm={() => end.mutate(undefined)}
          >
            <p>{t('deleteText')}</p>
          </Confirm>
        </Suspense>
      )}
      {merging && others.data && (
        <Suspense>
          <MergeDialog
            name={persona.name}
            others={others.data.filter(({ id, status }) => id !== persona.id && status !== 'merged')}
            busy={merge.isPending}
            onClose={() => setMerging(false)}
            onMerge={(into) => merge.mutate(into)}
          />
        </Suspense>
      )}
    </>
  )
}
