import { useColleagues } from '@/app/colleagues'
import { useFormats } from '@/i18n/formats'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Menu } from '@/ui/Menu'
import { SNOOZES, until } from './model/snooze'
import { useT } from './texts'
import type { Deed } from './useAlertChanges'

type Without<One, Part extends string> = One extends unknown ? Omit<One, Part> : never
/** What is done, without to which alerts. */
export type DeedOf = Without<Deed, 'of'>

type DeedButtonsProps = { acknowledged: boolean; me: string; assignee: string | undefined; about?: string; onDo: (deed: DeedOf) => void }

/** What can be done with an alert. `about` tells a screen reader with which. */
export function DeedButtons({ acknowledged, me, assignee, about, onDo }: DeedButtonsProps) {
  const t = useT()
  const { moment } = useFormats()
  const { all } = useColleagues()
  const named = (label: string) => (about === undefined ? label : `${label}: ${about}`)
  const others = all.filter(({ id }) => id !== me && id !== assignee)
  return (
    <>
      {!acknowledged && (
        <Button size="sm" aria-label={named(t('acknowledge'))} onClick={() => onDo({ kind: 'acknowledge' })}>
          <Icon name="check" />
          {t('acknowledge')}
        </Button>
      )}
      <Menu
        trigger={
          <Button size="sm" variant="quiet" aria-label={named(t('snooze'))}>
            {t('snooze')}
            <Icon name="chevronDown" />
          </Button>
        }
        entries={SNOOZES.map((when) => {
          const time = until(when, new Date()).toISOString()
          return { label: `${t(`until.${when}`)} · ${moment(time)}`, onClick: () => onDo({ kind: 'snooze', until: time }) }
        })}
      />
      <Menu
        trigger={
          <Button size="sm" variant="quiet" aria-label={named(t('assign'))}>
            {t('assign')}
            <Icon name="chevronDown" />
          </Button>
        }
        entries={[
          ...(assignee === me ? [] : [{ label: t('toMe'), icon: 'user' as const, onClick: () => onDo({ kind: 'assign', to: me }) }]),
          ...others.map(({ id, name }) => ({ label: name || id, onClick: () => onDo({ kind: 'assign', to: id }) })),
          ...(assignee === undefined ? [] : [{ label: t('toNobody'), onClick: () => onDo({ kind: 'assign' as const, to: null }) }]),
        ]}
      />
      <Button size="sm" variant="quiet" aria-label={named(t('close'))} onClick={() => onDo({ kind: 'clear' })}>
        {t('close')}
      </Button>
    </>
  )
}
