import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

type EmptyStateProps = { icon: IconName; title: string; heading?: 'h1' | 'h2'; children: ReactNode; action?: ReactNode }

/** Says why there is nothing, and what to do about it. */
export function EmptyState({ icon, title, heading: Heading = 'h2', children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-16 text-center">
      <span className="flex size-12 items-center justify-center rounded-2xl bg-accent-soft text-2xl text-accent">
        <Icon name={icon} />
      </span>
      <Heading className="text-lg font-semibold">{title}</Heading>
      <p className="text-pretty text-quiet">{children}</p>
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
