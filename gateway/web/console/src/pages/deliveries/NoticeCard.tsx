import { lazy, Suspense, useState } from 'react'
import { type NoticeRule, noticeRules, removeRule, replaceRule } from '@/api/notices'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Switch } from '@/ui/Switch'
import { toast } from '@/ui/toast'
import { useT } from './texts'
import { useOccasions } from './useOccasions'
import { whenText } from './model/when'

const Confirm = lazy(() => import('@/ui/Confirm').then((module) => ({ default: module.Confirm })))

/** One rule: of what, whom, and when. */
export function NoticeCard({ rule, onEdit }: { rule: NoticeRule; onEdit: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const nameOf = useOccasions()
  const admin = useUser().roles.includes('admin')
  const [ending, setEnding] = useState(false)
  const key = noticeRules.queryKey
  const turn = useChange<boolean, { items: NoticeRule[]; occasions: string[] }>({
    key,
    send: (enabled) => replaceRule(rule.id, rule.rev, textOf({ ...rule, enabled })),
    guess: (all, enabled) => ({ ...all, items: all.items.map((one) => (one.id === rule.id ? { ...one, enabled } : one)) }),
  })
  const gone = useChange({ key, send: () => removeRule(rule.id), done: () => toast({ title: t('noticeRemoved') }) })
  return (
    <Card aria-label={rule.name} className="flex h-full flex-col gap-3 p-5">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 text-base font-semibold">
          <bdi>{rule.name}</bdi>
          <span className="block text-[0.867rem] font-normal text-quiet">{whenText(t, rule.every)}</span>
        </h2>
        <Switch label={t('noticeOn', { name: isolated(rule.name) })} on={turn.isPending ? turn.variables : rule.enabled} disabled={!admin || turn.isPending} onChange={(on) => turn.mutate(on)} />
      </div>
      <ul className="flex flex-wrap gap-1.5">
        {rule.occasions.map((occasion) => (
          <li key={occasion}>
            <Badge>{nameOf(occasion)}</Badge>
          </li>
        ))}
      </ul>
      <ul className="flex-1">
        {rule.channels.map((channel) => (
          <li key={channel.kind === 'slack' ? channel.channel : 'email'} className="flex items-start gap-2">
            <Icon name={channel.kind === 'slack' ? 'chat' : 'mail'} className="mt-1 text-quiet" />
            <bdi dir="ltr" className="min-w-0 break-words">
              {channel.kind === 'slack' ? channel.channel : channel.to.join(', ')}
            </bdi>
          </li>
        ))}
      </ul>
      {rule.quiet && <p className="text-[0.867rem] text-quiet">{t('quietHours', { ...rule.quiet, zone: isolated(rule.quiet.zone) })}</p>}
      {admin && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={onEdit}>
            {shellT('app.edit')}
          </Button>
          <Button size="sm" variant="danger" onClick={() => setEnding(true)}>
            {t('remove')}
          </Button>
        </div>
      )}
      {ending && (
        <Suspense>
          <Confirm
            title={t('removeAsk', { name: isolated(rule.name) })}
            action={t('remove')}
            labels={{ cancel: shellT('app.cancel'), close: shellT('app.close') }}
            busy={gone.isPending}
            onClose={() => setEnding(false)}
            onConfirm={() => gone.mutate(undefined)}
          >
            <p>{t('noticeRemoveText')}</p>
          </Confirm>
        </Suspense>
      )}
    </Card>
  )
}

/** Only what a person writes of a rule. */
const textOf = ({ name, enabled, occasions, channels, every, quiet, locale }: NoticeRule) => ({ name, enabled, occasions, channels, every, quiet: quiet ?? null, locale })
