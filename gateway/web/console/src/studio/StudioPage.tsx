import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { mayWrite, me } from '@/api/me'
import type { Ways } from './bar/Actions'
import { Opening } from './Closed'
import { gateway } from './model/server'
import { StudioSession } from './model/session'
import { Studio } from './Studio'

/** The page of one conversation: `/studio/$conversation`. */
export function StudioPage() {
  const { conversation = '' } = useParams({ strict: false })
  return (
    <Suspense>
      <OpenStudio key={conversation} conversation={conversation} />
    </Suspense>
  )
}

function OpenStudio({ conversation }: { conversation: string }) {
  const { data: user } = useQuery(me)
  const session = useSession(conversation)
  const ways = useWays(session)
  if (user == null || session === undefined) return <Opening />
  return <Studio session={session} me={user.id} writes={mayWrite(user)} ways={ways} />
}

function useSession(conversation: string): StudioSession | undefined {
  const [session, setSession] = useState<StudioSession>()
  useEffect(() => {
    const opened = new StudioSession(conversation, {
      server: gateway,
      storage: window.localStorage,
      newId: () => crypto.randomUUID(),
      now: () => new Date(),
    })
    opened.open()
    setSession(opened)
    return () => opened.close()
  }, [conversation])
  return session
}

function useWays(session: StudioSession | undefined): Ways {
  const navigate = useNavigate()
  return useMemo(() => {
    const flow = () => session?.snapshot().record?.flow ?? ''
    return {
      all: () => void navigate({ to: listOf(flow()) }),
      create: () => void navigate({ to: '/studio/new/$flow', params: { flow: flow() } }),
      open: (conversation: string) => void navigate({ to: '/studio/$conversation', params: { conversation } }),
    }
  }, [navigate, session])
}

/** Where the records of a flow are listed. */
function listOf(flow: string) {
  return flow === 'buying-process' ? '/buying-processes' : '/profiles'
}
