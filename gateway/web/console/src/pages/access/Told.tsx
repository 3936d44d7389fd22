import { copy } from '@/app/copy'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Icon } from '@/ui/Icon'

type ToldProps = { title: string; text: string; secret: string; copyLabel: string; onClose: () => void }

/** Shows something that is shown this once. */
export function Told({ title, text, secret, copyLabel, onClose }: ToldProps) {
  const shellT = useShellT()
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} description={text} closeLabel={shellT('app.close')}>
      <div className="mt-2 flex items-center gap-2 rounded-lg border border-line bg-ground p-2">
        <code dir="ltr" data-secret className="min-w-0 flex-1 px-1 break-all">
          {secret}
        </code>
        <Button size="sm" aria-label={copyLabel} onClick={() => void copy(secret, shellT('app.copied'))}>
          <Icon name="copy" />
        </Button>
      </div>
    </Dialog>
  )
}
