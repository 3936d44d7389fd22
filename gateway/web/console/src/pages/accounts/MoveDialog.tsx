import { type SubmitEvent, useState } from 'react'
import type { AccountDetail, Standing } from '@/api/accounts'
import { CHURN_RISK } from '@/api/lifecycle'
import { Problem } from '@/api/problem'
import { FormEnd } from '@/app/FormEnd'
import { useT as useShellT } from '@/i18n/texts'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { moves } from './model/moves'
import { type Key, useT } from './texts'

type MoveDialogProps = { shown: AccountDetail; busy: boolean; problem: unknown; onClose: () => void; onMove: (to: Standing & { reason: string }) => void }

const REASONS = ['not-ready', 'begin-the-stage', 'one-stage-at-a-time', 'churn-risk-open', 'already-there']

/** Moves an account along its lifecycle, or back; what is missing for a step is said instead of offering it. */
export function MoveDialog({ shown, busy, problem, onClose, onMove }: MoveDialogProps) {
  const t = useT()
  const shellT = useShellT()
  const { standing } = shown.account
  const [place, setPlace] = useState(`${standing.stage}/${standing.step}`)
  const [risk, setRisk] = useState(standing.churnRisk ?? '')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const all = moves(shown)
  const name = ({ stage, step }: Standing) => `${t(`stage.${stage}`)} · ${t(`step.${step}` as Key)}`
  const chosen = all.find(({ to }) => `${to.stage}/${to.step}` === place)
  const to: Standing = chosen?.to ?? standing
  const stays = chosen === undefined && risk === (standing.churnRisk ?? '')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (stays || reason.trim() === '' || chosen?.obstacle !== undefined) return
    const { churnRisk: _, ...rest } = to
    onMove({ ...rest, ...(to.stage === 'customer' && risk !== '' && { churnRisk: risk }), reason: reason.trim() })
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t('move')} description={t('moveText')} closeLabel={shellT('app.close')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <Field label={t('moveTo')} error={chosen?.obstacle === undefined ? undefined : t(`needs.${chosen.obstacle}`)}>
          <Select
            label={t('moveTo')}
            value={place}
            options={[{ value: `${standing.stage}/${standing.step}`, label: t('staysAt', { place: name(standing) }) }, ...all.map(({ to }) => ({ value: `${to.stage}/${to.step}`, label: name(to) }))]}
            onChange={setPlace}
            className="block"
          />
        </Field>
        {to.stage === 'customer' && (
          <Field label={t('churnRisk')}>
            <Select
              label={t('churnRisk')}
              value={risk}
              options={[{ value: '', label: t('noRisk') }, ...CHURN_RISK.map((value) => ({ value: value as string, label: t(`risk.${value}` as Key) }))]}
              onChange={setRisk}
              className="block"
            />
          </Field>
        )}
        <Field label={t('reason')} error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}>
          <Textarea dir="auto" rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        {tried && stays && (
          <p role="alert" className="text-danger">
            {t('alreadyThere')}
          </p>
        )}
        <FormEnd
          problem={problem}
          said={problem instanceof Problem && REASONS.includes(problem.code) ? t(`refused.${problem.code}` as Key) : undefined}
          busy={busy}
          action={t('doMove')}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
