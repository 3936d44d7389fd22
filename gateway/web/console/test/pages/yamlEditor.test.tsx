import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { YamlEditor } from '@/pages/automations/YamlEditor'
import { inPage } from './inPage'

const FAULT = { line: 2, column: 3, code: 'unknown-name', detail: 'There is no such fact.' }

function Written({ begin }: { begin: string }) {
  const [text, setText] = useState(begin)
  return <YamlEditor label="Text" value={text} faults={[FAULT]} state="1 thing is wrong" onChange={setText} />
}

const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })

async function written(begin: string) {
  const { user } = await inPage(<Written begin={begin} />)
  await screen.findByRole('textbox', { name: 'Text' }, { timeout: 60_000 })
  return user
}

it('leads from a fault to its line', async () => {
  const user = await written('one\ntwo\nthree')
  await user.click(screen.getByRole('button', { name: 'Line 2: There is no such fact.' }))
  expect(area()).toHaveFocus()
  expect([area().selectionStart, area().selectionEnd]).toEqual([4, 7])
  expect(area()).toHaveAccessibleDescription(/1 thing is wrong/)
})

it('moves a line in and out by Tab, and gives Tab back after Escape', async () => {
  const user = await written('')
  await user.click(area())
  await user.keyboard('{Tab}a')
  expect(area()).toHaveValue('  a')
  await user.keyboard('{Shift>}{Tab}{/Shift}')
  expect(area()).toHaveValue('a')
  await user.keyboard('{Escape}')
  expect(area()).not.toHaveFocus()
})
