import { useState } from 'react'
import type { Persona } from '@/api/personas'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Select } from '@/ui/Select'
import { useT } from './texts'

type MergeDialogProps = { name: string; others: Persona[]; busy: boolean; onClose: () => void; onMerge: (into: Persona) => void }

/** Chooses the persona that stays. */
export function MergeDialog({ name, others, busy, onClose, onMerge }: MergeDialogProps) {
  const t = useT()
  const shellT = useShellT()
  const [id, setId] = useState(others[0]?.id ?? '')
  const into = others.find((other) => other.id === id)
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t('merge')} description={t('mergeText', { name: isolated(name) })} closeLabel={shellT('app.close')}>
      <Select label={t('mergeInto')} value={id} options={others.map((other) => ({ value: other.id, label: other.name }))} onChange={setId} className="w-full" />
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onClose}>{shellT('app.cancel')}</Button>
        <Button variant="primary" disabled={into === undefined || busy} onClick={() => into && onMerge(into)}>
          {t('mergeDo')}
        </Button>
      </div>
    </Dialog>
  )
}
