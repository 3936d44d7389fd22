import { copy } from '@/app/copy'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Icon } from '@/ui/Icon'
import { useT } from './texts'

type SecretDialogProps = { told: string | undefined; replaces: boolean; busy: boolean; onMake: () => void; onClose: () => void }

/** Asks before an old secret ends, and tells the new one, this once. */
export function SecretDialog({ told, replaces, busy, onMake, onClose }: SecretDialogProps) {
  const t = useT()
  const shellT = useShellT()
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('secret')}
      description={t(told === undefined ? (replaces ? 'secretReplaces' : 'secretText') : 'secretOnce')}
      closeLabel={shellT('app.close')}
    >
      {told === undefined ? (
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={onClose}>{shellT('app.cancel')}</Button>
          <Button variant={replaces ? 'danger' : 'primary'} onClick={onMake} disabled={busy}>
            {t(replaces ? 'rotate' : 'makeSecret')}
          </Button>
        </div>
      ) : (
        <div className="mt-2 flex items-center gap-2 rounded-lg border border-line bg-ground p-2">
          <code dir="ltr" data-secret className="min-w-0 flex-1 px-1 break-all">
            {told}
          </code>
          <Button size="sm" aria-label={t('copySecret')} onClick={() => void copy(told, shellT('app.copied'))}>
            <Icon name="copy" />
          </Button>
        </div>
      )}
    </Dialog>
  )
}
