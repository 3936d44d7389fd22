import { Menu as Base } from '@base-ui/react/menu'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { cn } from './cn'
import { Icon } from './Icon'

const ITEM =
  'flex w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-start no-underline select-none outline-none ' +
  'data-highlighted:bg-raised data-disabled:opacity-50'

/** A button that opens a list of things to do. */
export function Menu({ trigger, children, side }: { trigger: ReactElement<Record<string, unknown>>; children: ReactNode; side?: 'top' | 'bottom' }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side ?? 'bottom'} align="end" sideOffset={6} className="z-50 outline-none">
          <Base.Popup className="min-w-48 rounded-xl border border-line bg-card p-1 shadow-lg outline-none">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof Base.Item> & { className?: string }) {
  return <Base.Item className={cn(ITEM, className)} {...rest} />
}

export function MenuLink({ className, ...rest }: ComponentProps<typeof Base.LinkItem> & { className?: string }) {
  return <Base.LinkItem closeOnClick className={cn(ITEM, className)} {...rest} />
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />
}

export function MenuChoice<Value extends string>(props: {
  label: string
  value: Value
  options: { value: Value; label: ReactNode }[]
  onChange: (value: Value) => void
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-1.5 pb-1 text-[0.8rem] text-quiet">{props.label}</Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={props.onChange}>
        {props.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={ITEM}>
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Icon name="check" className="text-accent" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}
