// Opens pages of a running Rapport in a Chromium of its own and has Lighthouse judge each some times.
// The environment says where it is and who signs in, as for the journeys; see deploy/lighthouse.
import { writeFileSync } from 'node:fs'
import lighthouse, { desktopConfig } from 'lighthouse'
import puppeteer from 'puppeteer-core'

const url = process.env.RAPPORT_URL ?? 'http://127.0.0.1:8080'
const runs = Number(process.env.LIGHTHOUSE_RUNS ?? 3)
const LEAST = 95
/** Of a slower machine the speed says nothing of the page: it is told, and nothing is made of it. */
const QUIET_MACHINE = 1000
const JUDGED = ['performance', 'accessibility', 'best-practices']

const { token } = await post('/api/v1/sign-in', { email: process.env.RAPPORT_ADMIN_EMAIL, password: process.env.RAPPORT_ADMIN_PASSWORD })
const { id } = await post('/api/v1/conversations', { flow: 'customer-profile' }, { Authorization: `Bearer ${token}` })
const PAGES = [
  { name: 'sign-in', path: '/app/sign-in', signedIn: false },
  { name: 'Studio', path: `/app/studio/${id}`, signedIn: true },
  { name: 'leads', path: '/app/leads', signedIn: true },
  { name: 'demo', path: '/demo', signedIn: false },
]

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
let failed = false
const rows = []
try {
  for (const page of PAGES) {
    await become(page.signedIn)
    const results = []
    for (let run = 0; run < runs; run++) results.push(await judge(page))
    const row = { page: page.name, ...Object.fromEntries(JUDGED.map((what) => [what, median(results.map((result) => result[what]))])), machine: Math.round(median(results.map(({ machine }) => machine))) }
    rows.push(row)
    console.log(Object.values(row).join('\t'))
    const counted = row.machine >= QUIET_MACHINE ? JUDGED : JUDGED.slice(1)
    failed ||= counted.some((what) => row[what] < LEAST)
  }
} finally {
  await browser.close()
}
if (process.env.LIGHTHOUSE_REPORT) writeFileSync(process.env.LIGHTHOUSE_REPORT, JSON.stringify(rows, null, 2))
if (failed) {
  console.error(`Each of ${JUDGED.join(', ')} should be at least ${LEAST}.`)
  process.exitCode = 1
}

/** One look at a page as somebody sees it who comes for the first time: nothing is kept from before but the sign-in. */
async function judge({ name, path }) {
  const page = await browser.newPage()
  try {
    const { lhr } = await lighthouse(`${url}${path}`, { disableStorageReset: true, onlyCategories: JUDGED, logLevel: 'error' }, desktopConfig, page)
    if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`)
    if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${name} led to ${lhr.finalDisplayedUrl}`)
    for (const what of JUDGED) for (const audit of shortOf(lhr, what)) console.error(`  ${name}, ${what}: ${audit}`)
    return { ...Object.fromEntries(JUDGED.map((what) => [what, Math.round(lhr.categories[what].score * 100)])), machine: lhr.environment.benchmarkIndex }
  } finally {
    await page.close()
  }
}

/** What cost points; of speed only what is a page's own to mend. */
function shortOf({ categories, audits }, what) {
  if (what === 'performance') return []
  return categories[what].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1).map(({ id }) => audits[id].title)
}

/** Signs the browser in or out; the console looks for a mark of its own before it asks the server. */
async function become(signedIn) {
  const page = await browser.newPage()
  await page.goto(`${url}/demo`)
  const { hostname } = new URL(url)
  if (signedIn) await browser.setCookie({ name: 'rapport', value: token, domain: hostname, path: '/', httpOnly: true, sameSite: 'Lax' })
  else await browser.deleteCookie({ name: 'rapport', value: '', domain: hostname, path: '/' })
  await page.evaluate((on) => (on ? localStorage.setItem('rapport.signed-in', '1') : localStorage.removeItem('rapport.signed-in')), signedIn)
  await page.close()
}

async function post(path, body, headers = {}) {
  const response = await fetch(`${url}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
