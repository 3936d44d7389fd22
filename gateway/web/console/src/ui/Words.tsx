import type { ComponentProps } from 'react'
import { cn } from './cn'

/** What people wrote: each text in its own direction, but all beginning where the page begins. */
export function Words({ className, ...rest }: ComponentProps<'span'>) {
  return <span dir="auto" className={cn('words block', className)} {...rest} />
}
