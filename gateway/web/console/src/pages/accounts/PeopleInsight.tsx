import type { AccountDetail } from '@/api/accounts'
import { useFormats } from '@/i18n/formats'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Progress } from '@/ui/Progress'
import { Ago } from '../records/Ago'
import { Part } from './HealthTab'
import { type Key, LEVELS, ROLES, useT } from './words'

/** How well we are connected: the champion, executives, and where nobody is in touch. */
export function PeopleInsight({ shown }: { shown: AccountDetail }) {
  const t = useT()
  const { number, percent } = useFormats()
  const { champion, threads, alignment } = shown.insight
  const name = shown.contacts.find(({ id }) => id === champion?.contact)?.details.name
  return (
    <div className="flex flex-col gap-5">
      <Part title={t('champion')}>
        {champion === undefined ? (
          <p className="text-quiet">{t('noChampion')}</p>
        ) : (
          <>
            <p className="mb-1 flex items-baseline justify-between gap-3">
              <bdi className="font-medium">{name}</bdi>
              <span className="tabular-nums">{t('of100', { points: number(Math.round(champion.strength)) })}</span>
            </p>
            <Progress done={champion.strength} total={100} label={t('championStrength')} />
            <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-1 text-[0.867rem]">
              {(['recency', 'initiative', 'reach', 'sentiment'] as const).map((part) => (
                <div key={part} className="flex justify-between gap-2">
                  <dt className="text-quiet">{t(`champion.${part}`)}</dt>
                  <dd>{champion[part] === undefined || champion[part] === null ? t('noData') : percent(champion[part])}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Part>
      <Part title={t('gaps')}>
        <p className="mb-2 text-quiet">{t('inTouch', { count: threads.inTouch })}</p>
        {threads.gaps.length === 0 ? (
          <p>{t('noGaps')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {threads.gaps.map(({ of, name, known }) => (
              <li key={`${of} ${name}`} className="flex items-center justify-between gap-3 py-1.5">
                <span>
                  <span className="text-quiet">{t(`gap.${of}` as Key)} </span>
                  <bdi>{gapName(of, name, t)}</bdi>
                </span>
                <Badge tone={known === 0 ? 'danger' : 'amber'}>{known === 0 ? t('nobodyKnown') : t('notInTouch', { known: number(known) })}</Badge>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('executives')}>
        <p>{t(alignment.aligned ? 'aligned' : 'notAligned')}</p>
        <p className="text-[0.867rem] text-quiet">
          {t('executivesKnown', { count: alignment.executives })}
          {alignment.lastTouchAt !== undefined && (
            <>
              {' · '}
              {t('lastTouch')} <Ago time={alignment.lastTouchAt} />
            </>
          )}
        </p>
      </Part>
    </div>
  )
}

function gapName(of: string, name: string, t: ReturnType<typeof useT>): string {
  if (of === 'role' && (ROLES as readonly string[]).includes(name)) return t(`role.${name}` as Key)
  if (of === 'level' && (LEVELS as readonly string[]).includes(name)) return t(`level.${name}` as Key)
  return isolated(name)
}
