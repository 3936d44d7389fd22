import { useState } from 'react'
import { addRule, type NoticeRule, noticeRules, type NoticeText, replaceRule } from '@/api/notices'
import { Problem } from '@/api/problem'
import { useChange } from '@/app/useChange'
import { useLanguage } from '@/i18n/I18n'
import { LANGUAGES } from '@/i18n/languages'
import { useT as useShellT } from '@/i18n/texts'
import { toast } from '@/ui/toast'
import { FormDialog } from '../records/FormDialog'
import type { Values } from '../records/form'
import { filledIn, ruleOf, seen } from './model/notice'
import { EVERY, whenText } from './model/when'
import { useT } from './texts'
import { useOccasions } from './useOccasions'

type NoticeDialogProps = { occasions: string[]; rule?: NoticeRule; onClose: () => void }

/** Who shall be told of what, when, and in which language. */
export function NoticeDialog({ occasions, rule, onClose }: NoticeDialogProps) {
  const t = useT()
  const shellT = useShellT()
  const nameOf = useOccasions()
  const [language] = useLanguage()
  const zone = rule?.quiet?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const before = filledIn(rule, language)
  const [amiss, setAmiss] = useState<Problem | null>(null)
  const save = useChange<NoticeText, unknown>({
    key: noticeRules.queryKey,
    quiet: true,
    send: (text) => (rule === undefined ? addRule(text) : replaceRule(rule.id, rule.rev, text)),
    done: () => {
      onClose()
      toast({ title: shellT('app.saved') })
    },
  })
  function submit(changes: Values) {
    const values = { ...before, ...changes }
    const text = ruleOf(values, rule?.enabled ?? true, zone)
    const missing = text.channels.length === 0 ? 'to' : Boolean(values.quietFrom) === Boolean(values.quietTo) ? undefined : 'quietTo'
    setAmiss(missing === undefined ? null : new Problem({ status: 422, code: 'invalid-fields', detail: t(missing === 'to' ? 'noReceiver' : 'quietHalf'), errors: [{ path: missing, code: 'required', detail: '' }] }))
    if (missing === undefined) save.mutate(text)
  }
  return (
    <FormDialog
      title={t(rule === undefined ? 'newNotice' : 'changeNotice')}
      description={t('noticeText')}
      whole={rule === undefined}
      values={before}
      busy={save.isPending}
      problem={amiss ?? seen(save.error, save.variables)}
      onClose={onClose}
      onSave={submit}
      fields={[
        { name: 'name', label: t('name'), kind: 'text', required: true, longest: 100 },
        { name: 'occasions', label: t('occasions'), kind: 'choices', required: true, options: occasions.map((value) => ({ value, label: nameOf(value) })) },
        { name: 'slack', label: t('slack'), kind: 'lines', hint: t('slackHint'), ltr: true },
        { name: 'to', label: t('addresses'), kind: 'lines', ltr: true },
        { name: 'every', label: t('every'), kind: 'choice', required: true, options: whens(String(before.every)).map((value) => ({ value, label: whenText(t, value) })) },
        { name: 'quietFrom', label: t('quietFrom'), kind: 'time' },
        { name: 'quietTo', label: t('quietTo'), kind: 'time', hint: t('quietHint', { zone }) },
        { name: 'locale', label: t('noticeLanguage'), kind: 'choice', required: true, options: Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name })) },
      ]}
    />
  )
}

const whens = (kept: string) => [...new Set([...EVERY, kept])]
