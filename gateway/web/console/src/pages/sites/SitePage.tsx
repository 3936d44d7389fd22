import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { crawlAgain, isRunning, removeSite, type Site, type SitePage as ReadPage, stopCrawl } from '@/api/sites'
import { mayWrite } from '@/api/me'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button, buttonClass } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Figure } from '@/ui/Figure'
import { Words } from '@/ui/Words'
import { BackLink } from '../records/BackLink'
import { PageSkeleton } from '../records/PageSkeleton'
import { CrawlProgress } from './CrawlProgress'
import { useT } from './texts'
import { useSite } from './useSite'

const Confirm = lazy(() => import('@/ui/Confirm').then((module) => ({ default: module.Confirm })))

const route = getRouteApi('/signed-in/sites/$id')

/** One site while it is being read, and what came of it. */
export function SitePage() {
  const t = useT()
  const { id } = route.useParams()
  const { state, refused } = useSite(id)
  const back = <BackLink to="/sites">{t('title')}</BackLink>
  if (state !== null && refused === undefined) return <Loaded site={state} back={back} />
  return (
    <Page title={t('title')} above={back}>
      {refused ? <Failure error={refused} onRetry={() => location.reload()} /> : <PageSkeleton />}
    </Page>
  )
}

const COUNTS = ['read', 'unchanged', 'skipped', 'failed'] as const

function Loaded({ site, back }: { site: Site; back: ReactNode }) {
  const t = useT()
  const { number } = useFormats()
  const { crawl, pages = [] } = site
  return (
    <Page
      title={site.url}
      above={back}
      lead={
        <span role="status" className="mt-1 block">
          <CrawlProgress crawl={crawl} />
        </span>
      }
      actions={<SiteActions site={site} />}
    >
      <div className="flex flex-col gap-5">
        {crawl.proposed + crawl.suggested > 0 && (
          <p className="flex flex-wrap items-center gap-3 rounded-xl bg-accent-soft px-5 py-3 text-accent">
            <span className="flex-1">{t('proposals', { count: crawl.proposed })}</span>
            <Link to="/personas" search={{ site: site.id }} className={buttonClass({ size: 'sm', variant: 'primary' })}>
              {t('review')}
            </Link>
          </p>
        )}
        <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
          {COUNTS.map((key) => (
            <Figure key={key} label={t(`count.${key}`)}>
              {number(crawl.counts[key])}
            </Figure>
          ))}
        </dl>
        {crawl.problems.length > 0 && (
          <Part title={t('problems')}>
            <ul className="divide-y divide-line">
              {crawl.problems.map(({ code, detail, url }, place) => (
                <li key={`${place} ${code}`} className="py-2">
                  <Words>{detail}</Words>
                  {url && (
                    <bdi dir="ltr" className="text-[0.867rem] break-all text-quiet">
                      {url}
                    </bdi>
                  )}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {crawl.technologies.length > 0 && (
          <Part title={t('technologies')}>
            <ul className="flex flex-wrap gap-1.5">
              {crawl.technologies.map(({ name }) => (
                <li key={name}>
                  <Badge>
                    <bdi>{name}</bdi>
                  </Badge>
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Pages pages={pages} />
      </div>
    </Page>
  )
}

function SiteActions({ site }: { site: Site }) {
  const t = useT()
  const navigate = useNavigate()
  const shellT = useShellT()
  const writes = mayWrite(useUser())
  const [asking, setAsking] = useState(false)
  const key = ['sites']
  const again = useChange({ key, send: () => crawlAgain(site.id) })
  const stop = useChange({ key, send: () => stopCrawl(site.id) })
  const gone = useChange({
    key,
    send: async () => {
      await removeSite(site.id)
      await navigate({ to: '/sites' })
    },
  })
  if (!writes) return null
  return isRunning(site.crawl) ? (
    <Button onClick={() => stop.mutate(undefined)} disabled={stop.isPending}>
      {t('stop')}
    </Button>
  ) : (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      {asking && (
        <Suspense>
          <Confirm
            title={t('removeAsk', { url: isolated(site.url) })}
            action={t('remove')}
            labels={{ cancel: shellT('app.cancel'), close: shellT('app.close') }}
            busy={gone.isPending}
            onClose={() => setAsking(false)}
            onConfirm={() => gone.mutate(undefined)}
          >
            <p>{t('removeText')}</p>
            <p className="text-quiet">{t('removeStays')}</p>
          </Confirm>
        </Suspense>
      )}
      <Button variant="primary" onClick={() => again.mutate(undefined)} disabled={again.isPending}>
        {t('again')}
      </Button>
    </>
  )
}

function Pages({ pages }: { pages: ReadPage[] }) {
  const t = useT()
  if (pages.length === 0) return null
  return (
    <Part title={t('latestPages')}>
      <ul className="divide-y divide-line">
        {pages.map((page) => (
          <li key={page.id} className="flex items-start gap-3 py-2">
            <span className="min-w-0 flex-1">
              <Words className="truncate">{page.title || page.url}</Words>
              <bdi dir="ltr" className="block truncate text-[0.867rem] text-quiet">
                {page.detail ?? (page.title ? page.url : null)}
              </bdi>
            </span>
            <Badge tone={page.state === 'failed' ? 'danger' : page.state === 'read' ? 'accent' : 'neutral'}>{t(`page.${page.state}`)}</Badge>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  )
}
