import { Icon } from '../icons'
import { useTexts } from '../texts'

interface Props {
  title: string
  up: (() => void) | undefined
  down: (() => void) | undefined
  remove: (() => void) | undefined
}

/** What can be done with a row. */
export function RowActions({ title, up, down, remove }: Props) {
  const { t } = useTexts()
  const actions = [
    { icon: 'up', label: t('grid.up', { row: title }), run: up },
    { icon: 'down', label: t('grid.down', { row: title }), run: down },
    { icon: 'trash', label: t('grid.remove', { row: title }), run: remove },
  ] as const
  return (
    <span className="flex gap-0.5">
      {actions.map(({ icon, label, run }) => (
        <button
          key={icon}
          type="button"
          tabIndex={-1}
          aria-label={label}
          title={label}
          disabled={run === undefined}
          onClick={run}
          className="grid size-7 place-items-center rounded-md text-quiet hover:bg-raised hover:text-ink disabled:opacity-30"
        >
          <Icon name={icon} />
        </button>
      ))}
    </span>
  )
}
