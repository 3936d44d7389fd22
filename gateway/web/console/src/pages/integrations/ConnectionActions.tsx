import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { type Connection, connections, disconnect, syncConnection, testConnection, turnConnection } from '@/api/integrations'
import { Problem } from '@/api/problem'
import { problemKey } from '@/app/problem-key'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { toast } from '@/ui/toast'
import { useMayDo } from '../tasks/useMayDo'
import { useT } from './texts'

const Confirm = lazy(() => import('@/ui/Confirm').then((module) => ({ default: module.Confirm })))

/** Reads now, tries the credentials, rests, goes on, ends. */
export function ConnectionActions({ shown }: { shown: Connection }) {
  const t = useT()
  const shellT = useShellT()
  const mayDo = useMayDo()
  const admin = useUser().roles.includes('admin')
  const navigate = useNavigate()
  const [ending, setEnding] = useState(false)
  const paused = shown.state === 'paused'
  const key = connections.queryKey
  const sync = useChange({ key, send: () => syncConnection(shown.id), done: () => toast({ title: t('readsNow') }) })
  const test = useMutation({
    mutationFn: () => testConnection(shown.id),
    onSuccess: ({ found }) => toast({ title: t('works'), description: found }),
    onError: (error) => toast({ title: t('worksNot'), description: error instanceof Problem && !error.isOffline ? error.message : shellT(problemKey(error)) }),
  })
  const turn = useChange<boolean, Connection[]>({
    key,
    send: (on) => turnConnection(shown.id, on),
    guess: (all, on) => all.map((one) => (one.id === shown.id ? { ...one, state: on ? 'active' : 'paused' } : one)),
    done: (on) => toast({ title: t(on ? 'goesOn' : 'rests'), undo: { label: shellT('app.undo'), onClick: () => turn.mutate(!on) } }),
  })
  const end = useChange({
    key,
    send: async () => {
      await disconnect(shown.id)
      await navigate({ to: '/integrations' })
    },
    done: () => toast({ title: t('disconnected') }),
  })
  return (
    <>
      {shown.sync && mayDo && !paused && (
        <Button onClick={() => sync.mutate(undefined)} disabled={sync.isPending}>
          {t('readNow')}
        </Button>
      )}
      {admin && (
        <>
          <Button onClick={() => test.mutate()} disabled={test.isPending}>
            {test.isPending ? t('trying') : t('test')}
          </Button>
          <Button onClick={() => turn.mutate(paused)} disabled={turn.isPending}>
            {t(paused ? 'resume' : 'pause')}
          </Button>
          <Button variant="danger" onClick={() => setEnding(true)}>
            {t('disconnect')}
          </Button>
        </>
      )}
      {ending && (
        <Suspense>
          <Confirm
            title={t('disconnectAsk', { name: isolated(shown.name) })}
            action={t('disconnect')}
            labels={{ cancel: shellT('app.cancel'), close: shellT('app.close') }}
            busy={end.isPending}
            onClose={() => setEnding(false)}
            onConfirm={() => end.mutate(undefined)}
          >
            <p>{t('disconnectText')}</p>
            <p className="text-quiet">{t('disconnectStays')}</p>
          </Confirm>
        </Suspense>
      )}
    </>
  )
}
