import type { Contact, InteractionFields } from '@/api/accounts'
import { useFormats } from '@/i18n/formats'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Icon, type IconName } from '@/ui/Icon'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { type Key, useT } from './texts'

const ICONS: Record<string, IconName> = { meeting: 'people', call: 'phone', email: 'mail', chat: 'chat', message: 'chat', event: 'calendar' }

/** Something that took place: who, what, and what is to follow. */
export function Moment({ details, contacts, onWithdraw }: { details: InteractionFields; contacts: Contact[]; onWithdraw?: () => void }) {
  const t = useT()
  const { list } = useFormats()
  const names = details.contacts.map((id) => contacts.find((contact) => contact.id === id)?.details.name).filter((name) => name !== undefined)
  const mood = details.sentiment === undefined ? undefined : details.sentiment > 0.25 ? 'good' : details.sentiment < -0.25 ? 'bad' : 'even'
  return (
    <li className="relative ps-7 pb-6 last:pb-0">
      <span aria-hidden="true" className="absolute -start-3.5 top-0 flex size-7 items-center justify-center rounded-full border border-line bg-card text-accent">
        <Icon name={ICONS[details.channel] ?? 'calendar'} />
      </span>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Words className="font-medium">{details.subject ?? t(`channel.${details.channel}` as Key)}</Words>
        <span className="text-[0.867rem] text-quiet">
          {t(`channel.${details.channel}` as Key)} · {t(`direction.${details.direction}`)} · <Ago time={details.at} />
          {details.source !== 'manual' && <bdi className="capitalize"> · {details.source}</bdi>}
        </span>
        {mood !== undefined && mood !== 'even' && <Badge tone={mood === 'good' ? 'accent' : 'danger'}>{t(`mood.${mood}`)}</Badge>}
        {onWithdraw && (
          <Button size="sm" variant="quiet" className="ms-auto" aria-label={t('withdrawIt', { what: isolated(details.subject ?? t(`channel.${details.channel}` as Key)) })} onClick={onWithdraw}>
            <Icon name="trash" />
          </Button>
        )}
      </div>
      {names.length > 0 && (
        <p className="text-[0.867rem] text-quiet">
          <bdi>{list(names.map(isolated))}</bdi>
        </p>
      )}
      {details.summary && <Words className="mt-1 whitespace-pre-line">{details.summary}</Words>}
      {details.competitors.map(({ name }) => (
        <Badge key={name} tone="amber" className="mt-1 me-1">
          {t('named', { name: isolated(name) })}
        </Badge>
      ))}
      {details.nextStep && (
        <p className="mt-1 text-[0.867rem]">
          <span className="text-quiet">{t('nextStep')}: </span>
          <bdi>{details.nextStep}</bdi>
        </p>
      )}
      {details.link && (
        <a href={details.link} target="_blank" rel="noreferrer" className="mt-1 inline-flex items-center gap-1 text-[0.867rem] text-accent underline-offset-2 hover:underline">
          <Icon name="link" />
          {t('readInFull')}
        </a>
      )}
    </li>
  )
}
