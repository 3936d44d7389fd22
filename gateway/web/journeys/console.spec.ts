import { expect, test } from './harness'

const HOSTILE = '"><img src=x onerror="document.title=\'taken\'"><script>document.title="taken"</script>'

// No two runs against the same Rapport find each other's records.
const run = Math.random().toString(36).slice(2)

test.describe('signing in', () => {
  test.use({ storageState: async ({ api }, use) => use(api.browserState({ signedIn: false })) })

  test('says kindly what is wrong, and leads to where one wanted to go', async ({ page, tolerate }) => {
    tolerate(/401/)
    await page.goto('buying-processes?q=manager')
    await expect(page).toHaveURL(/sign-in/)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toHaveText('Enter your e-mail address.')
    await expect(page.getByLabel('E-mail')).toBeFocused()

    await page.getByLabel('E-mail').fill(process.env.RAPPORT_ADMIN_EMAIL ?? '')
    await page.getByLabel('Password', { exact: true }).fill('not this one')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText('do not belong together')

    await page.getByLabel('Password', { exact: true }).fill(process.env.RAPPORT_ADMIN_PASSWORD ?? '')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Buying processes' })).toBeVisible()
    await expect(page).toHaveURL(/q=manager/)
  })

  test('and out again leaves nothing behind', async ({ page, tolerate }) => {
    tolerate(/401/)
    await page.goto('')
    await page.getByLabel('E-mail').fill(process.env.RAPPORT_ADMIN_EMAIL ?? '')
    await page.getByLabel('Password', { exact: true }).fill(process.env.RAPPORT_ADMIN_PASSWORD ?? '')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Customer profiles')
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to Rapport')
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to Rapport')
    expect(await page.evaluate(() => fetch('/api/v1/me').then((answer) => answer.status))).toBe(401)
  })
})

test('a profile is found, read, and taken away as a file', async ({ page, api }) => {
  const id = await api.record(
    'customer-profile',
    { prototype_name: 'Ottilie Brand', job_title: 'Head of Purchasing', b2b_b2c: 'B2B', company_name: `Zephyr ${run}` },
  )
  await page.goto('profiles')
  await expect(page.getByRole('searchbox', { name: 'Search profiles' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type(`ottilie ${run}`)
  const row = page.getByRole('link', { name: /Ottilie Brand/ })
  await expect(row).toHaveCount(1)
  await expect(page).toHaveURL(/q=ottilie/)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(new RegExp(`profiles/${id}`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ottilie Brand')
  await expect(page.getByText(`Head of Purchasing · Zephyr ${run}`)).toBeVisible()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: `Zephyr ${run}` })).toContainText('typed in the panel')

  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'PDF' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
})

test('what changes elsewhere shows without asking', async ({ page, api }) => {
  const id = await api.record('customer-profile', { prototype_name: 'Before' })
  await page.goto(`profiles/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before')
  const { rev } = await api.call<{ rev: number }>('GET', `/api/v1/conversations/${id}`)
  const edit = { mutationId: 'renamed', path: 'prototype_name', value: 'Afterwards', baseRev: rev }
  await api.call('PATCH', `/api/v1/conversations/${id}/fields`, { edits: [edit] })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Afterwards')
})

test('a buying process shows its journey as a picture and in words', async ({ page, api }) => {
  const id = await api.record(
    'buying-process',
    { 'buying_stages[s1].buyer_actions': 'Reads what peers write', 'buying_stages[s2].duration': '1 month' },
    ['Night Nurse', 'Too many forms', 'standard'],
  )
  await page.goto(`buying-processes/${id}`)
  const picture = page.getByRole('img', { name: 'Journey map of Night Nurse' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300)
  await page.getByRole('tab', { name: 'Details' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Reads what peers write' })).toContainText('Awareness')
})

test('hostile words stay words', async ({ page, api }) => {
  const id = await api.record('customer-profile', { prototype_name: HOSTILE, company_name: HOSTILE, job_title: HOSTILE })
  await page.goto(`profiles/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE)
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText(HOSTILE).first()).toBeVisible()
  await page.goto('profiles')
  await expect(page.getByRole('row').filter({ hasText: HOSTILE })).not.toHaveCount(0)
  expect(await page.title()).not.toBe('taken')
})

test('everything can be reached by its name', async ({ page, api }) => {
  await api.record('customer-profile', { prototype_name: `Quentin ${run}` })
  await page.goto('buying-processes')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search and do' }).fill(`quentin ${run}`)
  await expect(page.getByRole('option', { name: `Quentin ${run}` })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Quentin ${run}`)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buying processes')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Go to customer profiles')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('another language turns the whole page, and there is a way back', async ({ page }) => {
  await page.goto('profiles')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ملفات العملاء')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ملفات العملاء')
  await page.getByRole('button', { name: /Administrator/ }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kundenprofile')
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
})

test('a chosen theme is there before the page is', async ({ page, tolerate }) => {
  tolerate(/ERR_FAILED/)
  await page.goto('profiles')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('profiles', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('being offline is said, and what was read stays', async ({ page, context, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  await page.goto('profiles')
  await expect(page.getByRole('link', { name: /./ }).first()).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('You are offline.', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Customer profiles')
  await context.setOffline(false)
  await expect(page.getByText('You are offline.', { exact: false })).toHaveCount(0)
})

test('the page of the API is drawn', async ({ page }) => {
  await page.goto('/api/docs')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rapport')
  await expect(page.getByRole('button', { name: 'Authorize' })).toBeVisible()
})
