import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useMemo, useState } from 'react'
import { Problem } from '@/api/problem'
import { addSite, type Site, sites } from '@/api/sites'
import { mayWrite } from '@/api/me'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { problemKey } from '@/app/problem-key'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { Ago } from '../records/Ago'
import { type Column, RecordTable } from '../records/RecordTable'
import { CrawlProgress } from './CrawlProgress'
import { useT } from './texts'

/** The websites that personas are made from. */
export function SitesPage() {
  const t = useT()
  const writes = mayWrite(useUser())
  const query = useQuery(sites)
  const columns = useColumns()
  const rows = query.data
  return (
    <Page title={t('title')} lead={t('lead')}>
      {writes && <AddSite />}
      {query.error && rows === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : rows?.length === 0 ? (
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="globe" title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : (
        <RecordTable label={t('title')} columns={columns} rows={rows} to="/sites/$id" below={(row) => <CrawlProgress crawl={row.crawl} />} />
      )}
    </Page>
  )
}

const PAGES = ['20', '50', '200'] as const

function AddSite() {
  const t = useT()
  const shellT = useShellT()
  const navigate = useNavigate()
  const [url, setUrl] = useState('')
  const [pages, setPages] = useState<(typeof PAGES)[number]>('50')
  const add = useChange({
    key: sites.queryKey,
    quiet: true,
    send: async (address: string) => {
      const { id } = await addSite(address, Number(pages))
      await navigate({ to: '/sites/$id', params: { id } })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (url.trim() !== '') add.mutate(/^https?:\/\//i.test(url.trim()) ? url.trim() : `https://${url.trim()}`)
  }
  const wrong = add.error instanceof Problem && [400, 422].includes(add.error.status)
  const there = add.error instanceof Problem && add.error.code === 'site-exists'
  return (
    <form noValidate onSubmit={submit} className="mb-5 flex flex-wrap items-start gap-2">
      <div className="min-w-56 flex-1 sm:max-w-md">
        <Input
          dir="ltr"
          type="url"
          inputMode="url"
          aria-label={t('address')}
          placeholder="https://shop.example"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
          aria-invalid={wrong}
          aria-describedby="site-problem"
        />
        <p id="site-problem" role="alert" className="mt-1 text-danger empty:hidden">
          {add.error ? (wrong ? t('addressWrong') : there ? t('isThere') : shellT(problemKey(add.error))) : ''}
        </p>
      </div>
      <Select label={t('atMost')} value={pages} options={PAGES.map((value) => ({ value, label: t('upTo', { pages: Number(value) }) }))} onChange={setPages} />
      <Button type="submit" variant="primary" disabled={add.isPending}>
        <Icon name="plus" />
        {t('add')}
      </Button>
    </form>
  )
}

function useColumns(): Column<Site>[] {
  const t = useT()
  return useMemo(
    () => [
      {
        key: 'url',
        title: t('site'),
        cell: (row) => (
          <bdi dir="ltr" className="font-medium">
            {row.url}
          </bdi>
        ),
      },
      { key: 'progress', title: t('crawl'), wide: 'w-[38%]', cell: (row) => <CrawlProgress crawl={row.crawl} /> },
      { key: 'proposed', title: t('proposed'), wide: 'w-28', spare: true, cell: (row) => row.crawl.proposed },
      { key: 'when', title: t('when'), wide: 'w-32', cell: (row) => <Ago time={row.crawl.finishedAt ?? row.crawl.startedAt} /> },
    ],
    [t],
  )
}
