import type { ComponentProps } from 'react'
import { cn } from './cn'

/** The looks of everything that is typed into. */
export const FIELD =
  'rounded-lg border border-line-strong/70 bg-card text-ink placeholder:text-quiet ' +
  'focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent ' +
  'aria-invalid:border-danger disabled:bg-raised disabled:text-quiet'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(FIELD, 'h-9 w-full px-3', className)} {...rest} />
}
