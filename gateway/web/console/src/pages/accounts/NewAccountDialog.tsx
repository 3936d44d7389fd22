import { useNavigate } from '@tanstack/react-router'
import { type AccountFields, createAccount } from '@/api/accounts'
import { useChange } from '@/app/useChange'
import { FormDialog } from '../records/FormDialog'
import { useAccountFields } from './fields'
import { useT } from './texts'

/** A new account begins with what is known of the company. */
export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const fields = useAccountFields()
  const create = useChange({
    key: ['accounts'],
    quiet: true,
    send: async (details: Partial<AccountFields>) => {
      const { account } = await createAccount({ technologies: [], competitors: [], tags: [], ...details })
      await navigate({ to: '/accounts/$id', params: { id: account.id } })
    },
  })
  return (
    <FormDialog
      title={t('new')}
      description={t('newText')}
      fields={fields}
      values={{}}
      busy={create.isPending}
      problem={create.error}
      onClose={onClose}
      onSave={(changes) => create.mutate(changes as Partial<AccountFields>)}
    />
  )
}
