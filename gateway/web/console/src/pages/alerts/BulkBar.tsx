import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/Checkbox'
import { DeedButtons, type DeedOf } from './DeedButtons'
import { useT } from './texts'

type BulkBarProps = { count: number; total: number; me: string; onAll: (all: boolean) => void; onDo: (deed: DeedOf) => void }

/** The same for several alerts at once. */
export function BulkBar({ count, total, me, onAll, onDo }: BulkBarProps) {
  const t = useT()
  return (
    <div className="mb-3 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 px-4">
      <Checkbox label={count === 0 ? t('chooseAll') : t('chosen', { count })} checked={count === total} onChange={({ target }) => onAll(target.checked)} />
      {count > 0 && (
        <>
          <span className="flex flex-wrap gap-1">
            <DeedButtons acknowledged={false} me={me} assignee={undefined} onDo={onDo} />
          </span>
          <Button size="sm" variant="quiet" onClick={() => onAll(false)}>
            {t('chooseNone')}
          </Button>
        </>
      )}
    </div>
  )
}
