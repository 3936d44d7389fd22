import { Menu as Base } from '@base-ui/react/menu'
import { Icon } from './Icon'
import type { MenuChoice, MenuEntry, MenuProps } from './Menu'

const ITEM =
  'flex w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-start no-underline select-none outline-none ' +
  'data-highlighted:bg-raised data-disabled:opacity-50'

/** The menu itself; it is there when somebody has asked for it, so it begins open. */
export function MenuPopup({ trigger, entries, side = 'bottom' }: MenuProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align="end" sideOffset={6} className="z-50 outline-none">
          <Base.Popup className="min-w-48 rounded-xl border border-line bg-card p-1 shadow-lg outline-none">
            {entries.map((entry, place) => (
              <Entry key={place} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === 'line') return <Base.Separator className="my-1 h-px bg-line" />
  if ('options' in entry) return <Choice choice={entry} />
  const content = (
    <>
      {entry.icon && <Icon name={entry.icon} className="text-quiet" />}
      {entry.label}
    </>
  )
  return 'href' in entry ? (
    <Base.LinkItem closeOnClick href={entry.href} {...(entry.download ? { download: true } : {})} className={ITEM}>
      {content}
    </Base.LinkItem>
  ) : (
    <Base.Item onClick={entry.onClick} className={ITEM}>
      {content}
    </Base.Item>
  )
}

function Choice({ choice: { label, value, options, onChange } }: { choice: MenuChoice }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-1.5 pb-1 text-[0.8rem] text-quiet">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={ITEM}>
            <span lang={option.lang} className="flex-1">
              {option.label}
            </span>
            <Base.RadioItemIndicator>
              <Icon name="check" className="text-accent" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}
