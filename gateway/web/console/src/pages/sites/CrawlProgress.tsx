import type { Crawl } from '@/api/sites'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { Progress } from '@/ui/Progress'
import { useT } from './texts'

const TONES = { starting: 'amber', reading: 'amber', proposing: 'amber', done: 'accent', stopped: 'neutral', failed: 'danger' } as const

/** How far a site has been read. */
export function CrawlProgress({ crawl }: { crawl: Crawl }) {
  const t = useT()
  const { number } = useFormats()
  const { found, waiting } = crawl.counts
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={TONES[crawl.stage] ?? 'neutral'}>{t(`stage.${crawl.stage}`)}</Badge>
      <Progress done={found - waiting} total={found} label={t('progress', { done: found - waiting, total: found })} className="w-28" />
      <span aria-hidden="true" className="text-[0.867rem] text-quiet tabular-nums">
        {t('pagesOf', { done: number(found - waiting), total: number(found) })}
      </span>
    </span>
  )
}
