import type { ComponentProps } from 'react'
import { cn } from './cn'

export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={cn('rounded-xl border border-line bg-card', className)} {...rest} />
}

export function CardHeader({ className, ...rest }: ComponentProps<'header'>) {
  return <header className={cn('flex items-center justify-between gap-3 px-5 pt-4 pb-2', className)} {...rest} />
}

export function CardTitle({ className, ...rest }: ComponentProps<'h2'>) {
  return <h2 className={cn('text-base font-semibold text-balance', className)} {...rest} />
}

export function CardContent({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('px-5 pt-2 pb-5', className)} {...rest} />
}
