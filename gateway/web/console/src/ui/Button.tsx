import type { ComponentProps } from 'react'
import { cn } from './cn'

const VARIANTS = {
  primary: 'bg-accent text-on-accent hover:opacity-90',
  outline: 'border border-line-strong/60 bg-card text-ink hover:bg-raised',
  quiet: 'text-ink hover:bg-raised',
  danger: 'border border-danger text-danger bg-card hover:bg-danger-soft',
} as const

const SIZES = {
  sm: 'h-8 gap-1.5 rounded-md px-2.5 text-[0.867rem]',
  md: 'h-9 gap-2 rounded-lg px-3.5',
  lg: 'h-11 gap-2 rounded-lg px-5',
  icon: 'size-9 rounded-lg justify-center',
} as const

export type ButtonLook = { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES }

/** The looks of a button, for a link that should look like one. */
export function buttonClass({ variant = 'outline', size = 'md' }: ButtonLook = {}, more?: string): string {
  return cn(
    'inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap no-underline select-none',
    'transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50',
    VARIANTS[variant],
    SIZES[size],
    more,
  )
}

export function Button({ variant, size, className, type = 'button', ...rest }: ComponentProps<'button'> & ButtonLook) {
  const look: ButtonLook = {}
  if (variant !== undefined) look.variant = variant
  if (size !== undefined) look.size = size
  return <button type={type} className={buttonClass(look, className)} {...rest} />
}
