import { Link, useNavigate } from '@tanstack/react-router'
import { mayWrite } from '@/api/me'
import { exportAddress, type Kind, type Status } from '@/api/records'
import { useShortcuts } from '@/app/shortcuts'
import { useUser } from '@/app/user'
import { useT } from '@/i18n/texts'
import { Button, buttonClass } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'

const FORMATS = {
  profiles: ['pdf', 'md', 'csv', 'json'],
  'buying-processes': ['pdf', 'svg', 'md', 'csv', 'json'],
} as const

/** What can be done with one record. */
export function RecordActions({ kind, id, status }: { kind: Kind; id: string; status: Status }) {
  const t = useT()
  const writes = mayWrite(useUser())
  const navigate = useNavigate()
  const studio = { to: '/studio/$conversation', params: { conversation: id } } as const
  useShortcuts(writes ? { e: () => void navigate(studio) } : {})

  async function copy() {
    await navigator.clipboard.writeText(location.href)
    toast({ title: t('record.copied') })
  }

  return (
    <>
      <Button variant="quiet" size="icon" aria-label={t('record.copy')} title={t('record.copy')} onClick={() => void copy()}>
        <Icon name="link" />
      </Button>
      <Menu
        trigger={
          <Button>
            <Icon name="download" />
            {t('record.export')}
          </Button>
        }
        entries={FORMATS[kind].map((format) => ({ label: t(`format.${format}`), href: exportAddress(kind, format, id), download: true }))}
      />
      {writes && (
        <Link {...studio} className={buttonClass({ variant: 'primary' })}>
          <Icon name="edit" />
          {t(status === 'completed' ? 'record.studio' : 'record.resume')}
        </Link>
      )}
    </>
  )
}
