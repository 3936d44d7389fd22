import type { Health } from '@/api/health'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { type Key, useT } from './texts'

/** What to do, by how many points it could bring at most. */
export function Advice({ items }: { items: Health['recommendations'] }) {
  const t = useT()
  const { signedNumber } = useFormats()
  if (items.length === 0) return <p className="text-quiet">{t('noAdvice')}</p>
  return (
    <ol className="divide-y divide-line">
      {items.map(({ input, recoverable }) => (
        <li key={input} className="flex items-start justify-between gap-3 py-2">
          <span>
            {t(`advice.${input}` as Key)}
            <span className="block text-[0.867rem] text-quiet">{t(`input.${input}` as Key)}</span>
          </span>
          <Badge tone="accent">{t('upTo', { points: signedNumber(recoverable) })}</Badge>
        </li>
      ))}
    </ol>
  )
}
