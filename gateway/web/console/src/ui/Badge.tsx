import type { ComponentProps } from 'react'
import { cn } from './cn'

const TONES = {
  neutral: 'bg-raised text-quiet',
  accent: 'bg-accent-soft text-accent',
  amber: 'bg-amber-soft text-amber',
  danger: 'bg-danger-soft text-danger',
} as const

export function Badge({ tone = 'neutral', className, ...rest }: ComponentProps<'span'> & { tone?: keyof typeof TONES }) {
  return (
    <span
      className={cn('inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-[0.8rem] font-medium whitespace-nowrap', TONES[tone], className)}
      {...rest}
    />
  )
}
