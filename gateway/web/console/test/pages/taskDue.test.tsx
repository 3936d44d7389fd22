import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Task } from '@/api/tasks'
import { Due } from '@/pages/tasks/Due'
import { inPage } from './inPage'

const PATIENCE = { timeout: 60_000 }
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString()
const due = (state: Task['state']) => <Due task={{ due: YESTERDAY, state } as Task} />

it('says that a task is late', async () => {
  await inPage(due('open'))
  expect(await screen.findByText(/^Late since /, undefined, PATIENCE)).toBeVisible()
})

it('does not call late what is done', async () => {
  await inPage(due('done'))
  expect(await screen.findByText(/^Due /, undefined, PATIENCE)).toBeVisible()
  expect(screen.queryByText(/^Late/)).toBeNull()
})
