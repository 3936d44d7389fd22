import { useQuery } from '@tanstack/react-query'
import { endOtherSessions, endSession, type Session, sessions } from '@/api/access'
import { Failure } from '@/app/Failure'
import { useChange } from '@/app/useChange'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { browserOf } from './browser'
import { useT } from './texts'

/** Where one is signed in, and signing out there. */
export function SessionsCard() {
  const t = useT()
  const query = useQuery(sessions)
  const key = sessions.queryKey
  const end = useChange({ key, send: endSession, guess: (now: Session[], id) => now.filter((one) => one.id !== id) })
  const endOthers = useChange({ key, send: () => endOtherSessions(), done: () => toast({ title: t('signedOutElsewhere') }) })
  return (
    <Card>
      <CardHeader className="flex-wrap">
        <CardTitle>{t('sessions')}</CardTitle>
        {(query.data?.length ?? 0) > 1 && (
          <Button size="sm" variant="danger" onClick={() => endOthers.mutate(undefined)} disabled={endOthers.isPending}>
            {t('signOutElsewhere')}
          </Button>
        )}
      </CardHeader>
      <CardContent>
        {query.error && query.data === undefined ? (
          <Failure error={query.error} onRetry={query.refetch} />
        ) : query.data === undefined ? (
          <Skeleton className="h-12" />
        ) : (
          <ul className="divide-y divide-line">
            {query.data.map((session) => (
              <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
                <div className="min-w-0">
                  <Where agent={session.agent} />
                  <span className="text-quiet">
                    <Ago time={session.createdAt} />
                  </span>
                </div>
                {session.current ? (
                  <Badge tone="accent">{t('thisSession')}</Badge>
                ) : (
                  <Button size="sm" onClick={() => end.mutate(session.id)}>
                    {t('signOutThere')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  )
}

function Where({ agent }: { agent: string | null | undefined }) {
  const t = useT()
  const known = browserOf(agent)
  return (
    <bdi dir={known || !agent ? undefined : 'ltr'} title={agent ?? undefined} className="block break-words">
      {known ? t('browserOn', { browser: isolated(known.browser), system: isolated(known.system) }) : agent || t('unknownAgent')}
    </bdi>
  )
}
