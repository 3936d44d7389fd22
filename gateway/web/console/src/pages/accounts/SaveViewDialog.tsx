import { FormDialog } from '../records/FormDialog'
import { useT } from './texts'

/** A name for the list that is shown. */
export function SaveViewDialog({ busy, problem, onClose, onSave }: { busy: boolean; problem: unknown; onClose: () => void; onSave: (name: string) => void }) {
  const t = useT()
  return (
    <FormDialog
      title={t('saveView')}
      description={t('saveViewText')}
      fields={[{ name: 'name', label: t('viewName'), kind: 'text', required: true, longest: 60 }]}
      values={{}}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onSave={({ name }) => onSave(String(name))}
    />
  )
}
