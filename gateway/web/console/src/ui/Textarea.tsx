import type { ComponentProps } from 'react'
import { cn } from './cn'
import { FIELD } from './Input'

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={cn(FIELD, 'field-sizing-content w-full px-3 py-2', className)} {...rest} />
}
