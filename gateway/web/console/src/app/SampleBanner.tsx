import { useQuery } from '@tanstack/react-query'
import { workspace } from '@/api/workspace'
import { useT } from '@/i18n/texts'

/** Says on every page that what one sees was made up. */
export function SampleBanner() {
  const t = useT()
  const { data } = useQuery(workspace)
  if (data?.sampleData !== true) return null
  return (
    <aside className="bg-amber-soft px-4 py-1.5 text-center text-[0.867rem] text-amber">
      <p>{t('sample.banner')}</p>
    </aside>
  )
}
