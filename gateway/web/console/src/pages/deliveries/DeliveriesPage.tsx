import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Page } from '@/app/Page'
import { Tabs } from '@/ui/Tabs'
import { DeliveryLog } from './DeliveryLog'
import { Notices } from './Notices'
import { Webhooks } from './Webhooks'
import { useT } from './texts'

const route = getRouteApi('/signed-in/deliveries')

/** What Rapport tells others, whether it arrived, and who wants to be told. */
export function DeliveriesPage() {
  const t = useT()
  const navigate = useNavigate()
  const { tab = 'log', state } = route.useSearch()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs
        label={t('views')}
        value={tab}
        onChange={(next) => void navigate({ to: '/deliveries', search: next === 'log' ? {} : { tab: next }, replace: true })}
        tabs={[
          { value: 'log', label: t('log'), content: <DeliveryLog state={state ?? 'all'} /> },
          { value: 'notices', label: t('notices'), content: <Notices /> },
          { value: 'webhooks', label: t('webhooks'), content: <Webhooks /> },
        ]}
      />
    </Page>
  )
}
