import { expect, look, test } from './harness'

const run = Date.now().toString(36)
const PASSWORD = `a long password ${run}`

test('somebody is invited, sets a password, and signs in', async ({ page, browser, baseURL }) => {
  const email = `nora-${run}@example.org`
  await page.goto('team')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Name').fill(`Nora ${run}`)
  await page.getByLabel('Sales').check()
  await look(page, 'team-invite')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send this link' })
  const link = (await dialog.locator('[data-secret]').textContent()) ?? ''
  await look(page, 'team-link')
  await page.keyboard.press('Escape')
  const card = page.getByRole('region', { name: email })
  await expect(card.getByText('Invited')).toBeVisible()

  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'en-US', storageState: { cookies: [], origins: [] } })
  const hers = await context.newPage()
  await hers.goto(link)
  await expect(hers).toHaveURL(/set-password$/)
  await hers.getByLabel('New password').fill(PASSWORD)
  await hers.getByRole('button', { name: 'Set your password' }).click()
  await expect(hers).toHaveURL(/sign-in/)
  await hers.getByLabel('E-mail').fill(email)
  await hers.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await hers.getByRole('button', { name: 'Sign in' }).click()
  await expect(hers.getByRole('button', { name: `Account of Nora ${run}` })).toBeVisible()

  await hers.goto('account')
  await hers.getByLabel('What it is for').fill('nightly import')
  await hers.getByRole('button', { name: 'Make a token' }).click()
  await expect(hers.locator('[data-secret]')).toHaveText(/^rpt_.{20,}/)
  await hers.keyboard.press('Escape')
  await hers.getByRole('button', { name: 'End the token nightly import' }).click()
  await expect(hers.getByText('nightly import')).toHaveCount(0)

  await page.reload()
  await card.getByRole('button', { name: 'Keep out' }).click()
  await expect(card.getByText('Cannot sign in')).toBeVisible()
  await hers.reload()
  await expect(hers).toHaveURL(/sign-in/)
  await context.close()
})
