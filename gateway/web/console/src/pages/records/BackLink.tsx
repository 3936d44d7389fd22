import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '@/ui/Icon'

export function BackLink({ to, children }: { to: '/tasks' | '/accounts' | '/accounts/import' | '/automations' | '/integrations' | '/profiles' | '/buying-processes' | '/leads' | '/people' | '/sites' | '/conversations' | '/personas'; children: ReactNode }) {
  return (
    <Link to={to} className="mb-3 inline-flex items-center gap-1.5 rounded text-quiet no-underline hover:text-ink print:hidden">
      <Icon name="arrowStart" />
      {children}
    </Link>
  )
}
