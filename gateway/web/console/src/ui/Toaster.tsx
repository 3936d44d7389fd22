import { Toast } from '@base-ui/react/toast'
import { useEffect } from 'react'
import { Button } from './Button'
import { Icon } from './Icon'
import { type Message, showWith } from './toast'

const manager = Toast.createToastManager()

function show({ title, description, undo }: Message) {
  const id = manager.add({
    title,
    ...(description === undefined ? {} : { description }),
    timeout: undo ? 10_000 : 6_000,
    ...(undo === undefined
      ? {}
      : { actionProps: { children: undo.label, onClick: () => (undo.onClick(), manager.close(id)) } }),
  })
}

/** Where toasts appear; once, around everything. */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed end-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none">
          <List closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function List({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager()
  useEffect(() => showWith(show), [])
  return toasts.map((entry) => (
    <Toast.Root
      key={entry.id}
      toast={entry}
      swipeDirection={['down', 'right']}
      className="rounded-xl border border-line bg-card shadow-lg transition-opacity duration-150 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-2.5 ps-4 pe-2">
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-quiet" />
        </div>
        {entry.actionProps && <Toast.Action className="h-8 rounded-md px-2.5 font-medium text-accent hover:bg-raised" />}
        <Toast.Close aria-hidden={false} render={<Button variant="quiet" size="sm" aria-label={closeLabel} />}>
          <Icon name="close" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
