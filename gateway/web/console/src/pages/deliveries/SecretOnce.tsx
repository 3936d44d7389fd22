import { copy } from '@/app/copy'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Icon } from '@/ui/Icon'
import { useT } from './texts'

/** Shows a secret, this once. */
export function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT()
  const shellT = useShellT()
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t('secret')} description={t('secretText')} closeLabel={shellT('app.close')}>
      <code dir="ltr" data-secret className="block rounded-lg bg-raised px-3 py-2 break-all">
        {secret}
      </code>
      <div className="mt-4 flex justify-end">
        <Button onClick={() => void copy(secret, shellT('app.copied'))}>
          <Icon name="copy" />
          {t('copy')}
        </Button>
      </div>
    </Dialog>
  )
}
