import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Page } from '@/app/Page'
import { Tabs } from '@/ui/Tabs'
import { FindCard } from './FindCard'
import { ReceiptCheck } from './ReceiptCheck'
import { RequestList } from './RequestList'
import { RetentionForm } from './RetentionForm'
import { useT } from './texts'

const route = getRouteApi('/signed-in/privacy')

/** What people may ask of what is kept of them: a copy, and to be forgotten. */
export function PrivacyPage() {
  const t = useT()
  const navigate = useNavigate()
  const { tab = 'erasures', person } = route.useSearch()
  const show = (next: 'erasures' | 'archives' | 'retention') => void navigate({ to: '/privacy', search: next === 'erasures' ? {} : { tab: next }, replace: true })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="flex flex-col gap-6">
        <FindCard key={person} person={person} onAsked={show} />
        <Tabs
          label={t('requests')}
          value={tab}
          onChange={show}
          tabs={[
            {
              value: 'erasures',
              label: t('erasures'),
              content: (
                <div className="flex flex-col gap-5">
                  <RequestList kind="erasures" />
                  <ReceiptCheck />
                </div>
              ),
            },
            { value: 'archives', label: t('archives'), content: <RequestList kind="archives" /> },
            { value: 'retention', label: t('retention'), content: <RetentionForm /> },
          ]}
        />
      </div>
    </Page>
  )
}
