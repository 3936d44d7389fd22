import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Icon } from './Icon'
import { FIELD } from './Input'

type SelectProps<Value extends string> = Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'className'> & {
  label: string
  value: Value
  options: { value: Value; label: string }[]
  onChange: (value: Value) => void
  className?: string
}

/** One of a few things. The browser's own list: nothing is as good on a phone, or as small. */
export function Select<Value extends string>({ label, value, options, onChange, className, ...rest }: SelectProps<Value>) {
  return (
    <span className={cn('relative inline-block', className)}>
      <select
        {...rest}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
        className={cn(FIELD, 'h-9 w-full cursor-pointer appearance-none ps-3 pe-9')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" className="pointer-events-none absolute end-3 top-2.5 text-quiet" />
    </span>
  )
}
