import { useQuery } from '@tanstack/react-query'
import { signInWays } from '@/api/access'
import { isolated } from '@/i18n/translate'
import { Button, buttonClass } from '@/ui/Button'
import { type Key, useT } from './texts'

const TOLD = ['sign-in-cancelled', 'sign-in-refused', 'sign-in-outdated', 'provider-not-answering', 'no-role', 'email-not-verified', 'address-taken', 'account-disabled']

/** Ways in without a password of Rapport's own, where there are any; and why the last one led back here. */
export function OtherWays({ problem, onForgot }: { problem: string | undefined; onForgot: () => void }) {
  const t = useT()
  const { data } = useQuery(signInWays)
  return (
    <>
      {problem !== undefined && (
        <p role="alert" className="text-danger">
          {t(TOLD.includes(problem) ? (`problem.${problem}` as Key) : 'problem.other')}
        </p>
      )}
      {data?.passwordReset && (
        <Button variant="quiet" onClick={onForgot}>
          {t('forgot')}
        </Button>
      )}
      {data !== undefined && data.providers.length > 0 && (
        <div className="flex flex-col gap-3">
          <p className="flex items-center gap-3 text-quiet before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">{t('or')}</p>
          {data.providers.map(({ id, name, start }) => (
            <a key={id} href={start} className={buttonClass({ size: 'lg' })}>
              {t('with', { name: isolated(name) })}
            </a>
          ))}
        </div>
      )}
    </>
  )
}
