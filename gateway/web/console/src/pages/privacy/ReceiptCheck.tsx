import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import { verifyReceipt } from '@/api/privacy'
import { problemKey } from '@/app/problem-key'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { signatureOf } from './model/receipt'
import { useT } from './texts'

/** Looks whether the file of a receipt is one of ours, and as it was handed out. */
export function ReceiptCheck() {
  const t = useT()
  const shellT = useShellT()
  const { moment } = useFormats()
  const [unreadable, setUnreadable] = useState(false)
  const check = useMutation({ mutationFn: verifyReceipt })
  async function take({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    if (file === undefined) return
    const jws = signatureOf(await file.text())
    setUnreadable(jws === undefined)
    if (jws !== undefined) check.mutate(jws)
  }
  const answer = check.data
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('check')}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-3">
        <label className="flex flex-wrap items-center gap-3">
          <span className="text-quiet">{t('checkText')}</span>
          <input
            type="file"
            accept="application/json,.json"
            className="rounded-lg text-quiet file:me-3 file:h-9 file:cursor-pointer file:rounded-lg file:border file:border-line-strong/70 file:bg-card file:px-3 file:text-ink"
            onChange={(event) => void take(event)}
          />
        </label>
        <div role="status" className="empty:hidden">
          {unreadable && <p className="text-danger">{t('unreadable')}</p>}
          {!unreadable && check.error && <p className="text-danger">{shellT(problemKey(check.error))}</p>}
          {!unreadable && answer && (answer.valid ? <p className="text-accent">{t('genuine', { time: moment(answer.receipt?.doneAt ?? '') })}</p> : <p className="text-danger">{t('altered')}</p>)}
        </div>
      </CardContent>
    </Card>
  )
}
