import { useNavigate } from '@tanstack/react-router'
import { addPersona, type PersonaText } from '@/api/personas'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { BackLink } from '../records/BackLink'
import { PersonaForm } from './PersonaForm'
import { useT } from './texts'

/** Writes a persona by hand; it is used from the moment it is saved. */
export function NewPersonaPage() {
  const t = useT()
  const navigate = useNavigate()
  const add = useChange({
    key: ['personas'],
    send: async (text: PersonaText) => {
      const { id } = await addPersona(text)
      await navigate({ to: '/personas/$id', params: { id } })
    },
  })
  return (
    <Page title={t('new')} lead={t('newLead')} above={<BackLink to="/personas">{t('title')}</BackLink>}>
      <PersonaForm busy={add.isPending} problem={add.error} onCancel={() => void navigate({ to: '/personas' })} onSave={(text) => add.mutate(text)} />
    </Page>
  )
}
