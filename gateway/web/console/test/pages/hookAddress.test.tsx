import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { HookAddress } from '@/pages/integrations/HookAddress'
import { inPage } from './inPage'

it('shows where the other system tells, and copies it', async () => {
  const { user } = await inPage(<HookAddress connection="cn-1" />)
  const address = `${location.origin}/hooks/cn-1`
  await screen.findByText(address, {}, { timeout: 60_000 })
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await user.click(screen.getByRole('button', { name: 'Copy the address' }))
  expect(writeText).toHaveBeenCalledWith(address)
})
