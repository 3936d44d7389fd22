import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { KeyForm } from '@/pages/widget/KeyForm'
import { inPage } from './inPage'

const PATIENCE = { timeout: 60_000 }
const field = (name: string) => screen.findByRole('textbox', { name }, PATIENCE)

it('takes addresses one a line, or separated as people do', async () => {
  const onSave = vi.fn()
  const { user } = await inPage(<KeyForm busy={false} problem={null} onCancel={vi.fn()} onSave={onSave} />)
  await user.type(await field('Name'), ' Shop ')
  await user.type(await field('Where it may be used'), 'https://a.example, https://b.example{Enter}http://localhost:*')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(onSave).toHaveBeenCalledWith({
    name: 'Shop',
    origins: ['https://a.example', 'https://b.example', 'http://localhost:*'],
    theme: {},
    identityRequired: false,
  })
})

it('leaves out of the look what was emptied', async () => {
  const onSave = vi.fn()
  const key = {
    id: 'wk_1',
    name: 'Shop',
    origins: ['https://a.example'],
    flow: 'lead-to-sales',
    theme: { title: 'Ask us', accent: '#112233' },
    enabled: true,
    identityRequired: true,
    hasSecret: false,
    local: false,
    createdAt: '2026-11-21T08:00:00Z',
  }
  const { user } = await inPage(<KeyForm widgetKey={key} busy={false} problem={null} onCancel={vi.fn()} onSave={onSave} />)
  await user.clear(await field('What the chat is called'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(onSave.mock.lastCall?.[0]).toMatchObject({ theme: { accent: '#112233' }, identityRequired: true })
})

it('says at the field what the server did not take', async () => {
  const problem = new Problem({ status: 422, code: 'invalid-fields', errors: [{ path: 'origins[0]', code: 'not-an-origin', detail: '' }] })
  await inPage(<KeyForm busy={false} problem={problem} onCancel={vi.fn()} onSave={vi.fn()} />)
  expect(await field('Where it may be used')).toBeInvalid()
  expect(await field('Name')).toBeValid()
})
