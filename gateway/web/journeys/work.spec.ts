import { expect, look, test } from './harness'

// What people have to do, and what does it for them.

// No two runs against the same Rapport meet each other.
const run = Math.random().toString(36).slice(2)

test('a task is written, done by the keyboard, and is open again', async ({ page }) => {
  await page.goto('tasks')
  await page.getByRole('button', { name: 'New task' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toHaveText('Say what is to be done.')
  await page.getByLabel('What is to be done').fill(`Call Dana ${run}`)
  await page.getByLabel('Due', { exact: true }).fill('2026-01-05')
  await look(page, 'task-new')
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('listitem').filter({ hasText: run })
  await expect(row).toContainText('Late since')
  await row.getByRole('link').focus()
  await page.keyboard.press('x')
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.getByRole('link').click()
  await page.getByLabel('Add a remark').fill('Nobody answered')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Nobody answered' })).toBeVisible()
  await page.getByRole('button', { name: 'Give to' }).click()
  await page.getByRole('menuitem', { name: 'Anybody in sales' }).click()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await page.goto('tasks?view=done')
  await expect(row).toContainText('Anybody in sales')
})
