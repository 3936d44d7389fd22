import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Connector } from '@/api/integrations'
import { Problem } from '@/api/problem'
import { SettingsForm } from '@/pages/integrations/SettingsForm'
import { inPage } from './inPage'

const CONNECTOR: Connector = {
  id: 'garden',
  name: 'Garden',
  summary: '',
  abilities: ['pull'],
  settings: [
    { name: 'url', label: 'Gate', help: 'Where it is.', input: 'address', required: true, secret: false, choices: [] },
    { name: 'key', label: 'Key', help: 'Below the mat.', input: 'line', required: true, secret: true, choices: [] },
    { name: 'season', label: 'Season', help: '', input: 'choice', required: false, secret: false, initial: 'spring', choices: ['spring', 'autumn'] },
  ],
  feeds: [],
  steps: [],
  terms: [],
  limits: [],
}

async function form(more: Partial<Parameters<typeof SettingsForm>[0]> = {}) {
  const onSubmit = vi.fn()
  const { user } = await inPage(<SettingsForm connector={CONNECTOR} busy={false} problem={null} submit="Connect" onSubmit={onSubmit} {...more} />)
  await screen.findByRole('button', { name: 'Connect' }, { timeout: 60_000 })
  return { user, onSubmit }
}

it('asks a connector that nobody has heard of for what it says it needs', async () => {
  const { user, onSubmit } = await form()
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  expect(screen.getAllByRole('alert')).toHaveLength(2)
  expect(onSubmit).not.toHaveBeenCalled()
  await user.type(screen.getByLabelText('Gate'), 'https://garden.example')
  await user.type(screen.getByLabelText('Key'), 'sesame')
  await user.selectOptions(screen.getByRole('combobox'), 'autumn')
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  expect(onSubmit).toHaveBeenCalledWith({ name: 'Garden', settings: { url: 'https://garden.example', key: 'sesame', season: 'autumn' } })
})

it('never shows a secret, and leaves it out when nobody gives another', async () => {
  const { user, onSubmit } = await form({ known: { name: 'Ours', settings: { url: 'https://garden.example', season: 'spring' }, secrets: ['key'] } })
  expect(screen.getByLabelText('Key')).toHaveValue('')
  expect(screen.getByLabelText('Key')).toHaveAttribute('type', 'password')
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  expect(onSubmit).toHaveBeenCalledWith({ name: 'Ours', settings: { url: 'https://garden.example', season: 'spring' } })
})

it('says what is wrong with a setting where it stands', async () => {
  const problem = new Problem({ status: 422, code: 'invalid-fields', errors: [{ path: 'settings.url', code: 'invalid', detail: 'No garden is there.' }] })
  await form({ problem })
  expect(screen.getByRole('alert')).toHaveTextContent('No garden is there.')
  expect(screen.getByLabelText('Gate')).toHaveAccessibleDescription(/No garden is there/)
})

it('passes on what the other system says of all of it', async () => {
  await form({ problem: new Problem({ status: 422, code: 'refused', detail: 'The key does not fit.' }) })
  expect(screen.getByRole('alert')).toHaveTextContent('The key does not fit.')
})
