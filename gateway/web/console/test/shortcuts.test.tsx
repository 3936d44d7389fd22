import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { type Shortcuts, useShortcuts } from '@/app/shortcuts'

function Keys(shortcuts: Shortcuts) {
  useShortcuts(shortcuts)
  return <input aria-label="Text" />
}

it('answers one key, and two one after the other', async () => {
  const [list, next] = [vi.fn(), vi.fn()]
  render(<Keys {...{ 'g p': list, j: next }} />)
  await userEvent.keyboard('gpj')
  expect(list).toHaveBeenCalledOnce()
  expect(next).toHaveBeenCalledOnce()
})

it('takes a second key for itself when the two mean nothing together', async () => {
  const next = vi.fn()
  render(<Keys {...{ j: next, 'g p': vi.fn() }} />)
  await userEvent.keyboard('gj')
  expect(next).toHaveBeenCalledOnce()
})

it('leaves keys to whoever types, but for those with Ctrl', async () => {
  const [next, palette] = [vi.fn(), vi.fn()]
  render(<Keys {...{ j: next, 'mod+k': palette }} />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'j{Control>}k{/Control}')
  expect(next).not.toHaveBeenCalled()
  expect(palette).toHaveBeenCalledOnce()
})
