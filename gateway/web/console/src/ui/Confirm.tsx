import type { ReactNode } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'

type ConfirmProps = {
  title: string
  /** What will be lost, and what will not. */
  children: ReactNode
  action: string
  labels: { cancel: string; close: string }
  busy?: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Asks before something that has no way back. */
export function Confirm({ title, children, action, labels, busy = false, onClose, onConfirm }: ConfirmProps) {
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} closeLabel={labels.close}>
      <div className="flex flex-col gap-2">{children}</div>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{labels.cancel}</Button>
        <Button variant="danger" disabled={busy} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  )
}
