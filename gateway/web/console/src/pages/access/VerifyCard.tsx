import { useMutation } from '@tanstack/react-query'
import { verifyTrail } from '@/api/audit'
import { problemKey } from '@/app/problem-key'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useT } from './texts'

/** Looks whether the trail is as it was written. */
export function VerifyCard() {
  const t = useT()
  const shellT = useShellT()
  const verify = useMutation({ mutationFn: verifyTrail })
  const found = verify.data
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4 p-5">
      <div className="min-w-0 flex-1" aria-live="polite">
        {verify.error !== null ? (
          <p className="text-danger">{shellT(problemKey(verify.error))}</p>
        ) : found === undefined ? (
          <p className="text-quiet">{t('verifyText')}</p>
        ) : (
          <>
            <p className={found.intact ? '' : 'text-danger'}>{t(found.intact ? 'verifyIntact' : 'verifyBroken', { count: found.entries })}</p>
            <p className="text-quiet">
              {t('verifySeal')}{' '}
              <bdi dir="ltr" className="break-all">
                {found.entries}/{found.seal}
              </bdi>
            </p>
          </>
        )}
      </div>
      <Button onClick={() => verify.mutate()} disabled={verify.isPending}>
        {t('verify')}
      </Button>
    </Card>
  )
}
