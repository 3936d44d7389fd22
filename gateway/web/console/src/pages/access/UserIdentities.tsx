import { useQuery } from '@tanstack/react-query'
import { detachIdentities, type Identity, identities } from '@/api/access'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { toast } from '@/ui/toast'
import { useT } from './texts'

/** By which providers somebody signs in; nothing where it is by password alone. */
export function UserIdentities({ user }: { user: string }) {
  const t = useT()
  const shellT = useShellT()
  const { data } = useQuery(identities(user))
  const detach = useChange({
    key: identities(user).queryKey,
    send: () => detachIdentities(user),
    guess: (_: Identity[]) => [],
    done: () => toast({ title: shellT('app.saved') }),
  })
  if (!data?.length) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-line border-t pt-4">
      <div className="min-w-0">
        <p>
          {t('signsInBy')} <bdi dir="ltr">{data.map((one) => new URL(one.issuer).host).join(', ')}</bdi>
        </p>
        <p className="text-quiet text-sm">{t('detachText')}</p>
      </div>
      <Button size="sm" variant="danger" onClick={() => detach.mutate(undefined)} disabled={detach.isPending}>
        {t('detach')}
      </Button>
    </div>
  )
}
