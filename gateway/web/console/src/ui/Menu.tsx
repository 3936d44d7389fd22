import { cloneElement, type KeyboardEvent, lazy, type ReactElement, Suspense, useState } from 'react'
import type { IconName } from './Icon'

export type MenuChoice = {
  label: string
  value: string
  options: { value: string; label: string; lang?: string }[]
  onChange: (value: string) => void
}

/** Something to do, a link, one of several, or a line between them. */
export type MenuEntry =
  | { label: string; icon?: IconName; onClick: () => void }
  | { label: string; icon?: IconName; href: string; download?: boolean }
  | MenuChoice
  | 'line'

export type MenuProps = { trigger: ReactElement<Record<string, unknown>>; entries: MenuEntry[]; side?: 'top' | 'bottom' }

const load = () => import('./MenuPopup')
const MenuPopup = lazy(() => load().then((module) => ({ default: module.MenuPopup })))

/** A button that opens a list of things to do. What draws the list is fetched when a hand comes near. */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false)
  const closed = cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setWanted(true),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        setWanted(true)
      }
    },
  })
  return wanted ? (
    <Suspense fallback={closed}>
      <MenuPopup {...props} />
    </Suspense>
  ) : (
    closed
  )
}
