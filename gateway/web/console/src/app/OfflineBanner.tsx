import { useT } from '@/i18n/texts'
import { Icon } from '@/ui/Icon'
import { useOnline } from './online'

export function OfflineBanner() {
  const t = useT()
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-amber-soft px-4 py-2 text-amber">
          <Icon name="offline" />
          {t('offline')}
        </p>
      )}
    </div>
  )
}
