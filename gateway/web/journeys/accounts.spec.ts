import { expect, look, test } from './harness'

// Customers: how they do, what is done about it, and how they come in.

const HOSTILE = '<img src=x onerror="document.title=1">'
const run = Math.random().toString(36).slice(2)

test('an account is made, gets to know people, and becomes a customer with a reason', async ({ page }) => {
  await page.goto('accounts')
  await page.getByRole('button', { name: 'New account' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New account' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('This is needed.')).toBeVisible()
  await dialog.getByLabel('Name', { exact: true }).fill(`Oak ${run} ${HOSTILE}`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Oak ${run} ${HOSTILE}`)

  await page.getByRole('button', { name: 'Move', exact: true }).click()
  const move = page.getByRole('dialog', { name: 'Move' })
  await move.getByLabel('Where to').selectOption({ label: 'Opportunity · Discovery' })
  await expect(move.getByText('add a contact first', { exact: false })).toBeVisible()
  await look(page, 'account-move')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Add contact' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Aya Haddad')
  await page.getByRole('checkbox', { name: 'Champion' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Aya Haddad' })).toContainText('Champion')

  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await move.getByLabel('Where to').selectOption({ label: 'Opportunity · Discovery' })
  await move.getByLabel('Reason').fill('They asked for an offer')
  await move.getByRole('button', { name: 'Move' }).click()
  await expect(page.getByText('Opportunity · Discovery')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Prospect · Research')).toBeVisible()
})

test('an alert is given away with a way back, and closed by a key', async ({ page, api }) => {
  const name = `Elm ${run}`
  await api.customer(name)
  await page.goto('alerts?type=competitive-threat')
  const line = page.getByRole('listitem').filter({ hasText: name })
  await expect(line).toContainText(/Globex.? was named/)
  await line.getByRole('link', { name }).focus()
  await page.keyboard.press('a')
  await expect(line.getByText('Mine', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(line.getByText('Mine', { exact: true })).toHaveCount(0)
  await line.getByRole('link', { name }).focus()
  await page.keyboard.press('d')
  await expect(line).toHaveCount(0)
  await page.getByRole('link', { name: 'Closed' }).click()
  await expect(line).toContainText('closed by')
})

test('a file of accounts is tried, mended by its columns, and taken over', async ({ page, api }) => {
  const file = `Firma,Branche,E-Mail\nAsh ${run} ${HOSTILE},Logistics,aya@ash.example\n,Health,nobody@ash.example\n`
  await page.goto('accounts/import')
  await page.getByLabel('Choose a file').last().setInputFiles({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('accounts.csv')
  await expect(page.getByText('One column has to be the name of the company.')).toBeVisible()
  await page.getByLabel(/^What “.?Firma.?” means$/).selectOption('name')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('Row 2', { exact: true })).toBeVisible()
  await look(page, 'import-checked')
  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  await api.found(`/api/v1/accounts?q=${run}`, (row) => String(row.name).startsWith('Ash'))
})
