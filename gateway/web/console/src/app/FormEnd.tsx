import type { ReactNode } from 'react'
import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { problemKey } from './problem-key'

type FormEndProps = {
  /** Why it could not be done; null or undefined while nothing is wrong. */
  problem: unknown
  /** The problem in words, where a page has better ones. */
  said?: string | undefined
  /** What there is to say of it besides. */
  children?: ReactNode
  busy: boolean
  /** What the button says that sends it; otherwise it saves. */
  action?: string
  variant?: 'primary' | 'danger'
  onCancel: () => void
}

/** How every form ends: what went wrong, the way out, and the way on. */
export function FormEnd({ problem, said, children, busy, action, variant = 'primary', onCancel }: FormEndProps) {
  const t = useT()
  return (
    <>
      {problem !== null && problem !== undefined && (
        <p role="alert" className="text-danger">
          {said ?? t(problemKey(problem))}
          {children}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
        <Button type="submit" variant={variant} disabled={busy}>
          {action ?? t('app.save')}
        </Button>
      </div>
    </>
  )
}
