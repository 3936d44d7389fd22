import { useQuery } from '@tanstack/react-query'
import { type PersonFields, previewMerge, type Suggestion } from '@/api/people'
import { Failure } from '@/app/Failure'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { cn } from '@/ui/cn'
import { Dialog } from '@/ui/Dialog'
import { Skeleton } from '@/ui/Skeleton'
import { ValueText } from '../records/ValueText'
import { useT } from './texts'
import { useValueInWords } from './words'

type MergePreviewProps = { id: string; other: Suggestion; fields: PersonFields | undefined; busy: boolean; onClose: () => void; onMerge: () => void }

/** What would become of each value of two people, before it does. */
export function MergePreview({ id, other, fields, busy, onClose, onMerge }: MergePreviewProps) {
  const t = useT()
  const shellT = useShellT()
  const inWords = useValueInWords()
  const fieldOf = (path: string) => fields?.items.find((field) => field.path === path)
  const query = useQuery(previewMerge(id, other.id))
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t('preview')} description={t('previewText')} closeLabel={shellT('app.close')} className="max-w-3xl">
      {query.error ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : query.data === undefined ? (
        <Skeleton className="h-40" />
      ) : (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('preview')}>
          <table className="w-full text-[0.867rem]">
            <thead>
              <tr className="border-b border-line text-quiet">
                {(['value', 'here', 'there', 'after'] as const).map((head) => (
                  <th key={head} scope="col" className="px-2 py-1.5 text-start font-medium">
                    {t(`merge.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {query.data.map(({ path, here, there, after, conflict }) => (
                <tr key={path} className={cn('border-b border-line align-top last:border-0', conflict && 'bg-amber-soft')}>
                  <th scope="row" className="px-2 py-1.5 text-start font-normal text-quiet">
                    {fieldOf(path)?.label ?? path}
                  </th>
                  {[here, there, after].map((leaf, place) => (
                    <td key={place} className={cn('px-2 py-1.5', place === 2 && 'font-medium')}>
                      {leaf === undefined ? '–' : <ValueText value={inWords(fieldOf(path), leaf.value)} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onClose}>{shellT('app.cancel')}</Button>
        <Button variant="primary" onClick={onMerge} disabled={busy || query.data === undefined}>
          {t('mergeDo')}
        </Button>
      </div>
    </Dialog>
  )
}
