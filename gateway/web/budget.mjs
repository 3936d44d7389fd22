// Fails when a page of the console needs more script at its first load than it may: `node budget.mjs`
// after a build. Counted is what the browser gets, compressed by gzip: the page's own script, all it
// imports, the shell around it, and the largest language.
import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const KB = 1000
const LIMIT = 170 * KB
const STUDIO_LIMIT = 230 * KB

const folder = new URL('.build/app/', import.meta.url).pathname
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))

const size = (file) => (file.endsWith('.js') ? statSync(join(folder, `${file}.gz`)).size : 0)

/** A chunk and all that is loaded with it. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of manifest[key].imports ?? []) closure(imported, seen)
  return seen
}

const sum = (keys) => [...keys].reduce((total, key) => total + size(manifest[key].file), 0)
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const shell = 'src/app/Shell.tsx'
const lazy = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry)
const pages = lazy.filter((key) => key.endsWith('Page.tsx'))
const texts = (under) => Math.max(0, ...lazy.filter((key) => key.startsWith(under)).map((key) => sum(closure(key))))

if (pages.length === 0 || manifest[shell] === undefined) throw new Error('The manifest names no pages: mend budget.mjs.')
let broken = false
for (const page of pages) {
  const keys = closure(page, closure(entry))
  if (!page.includes('/sign-in/')) closure(shell, keys)
  const studio = page.startsWith('src/studio/')
  const bytes = sum(keys) + texts('src/i18n/texts/') + texts(`${dirname(page)}/texts/`)
  const limit = studio ? STUDIO_LIMIT : LIMIT
  if (bytes > limit) broken = true
  console.log(`${bytes > limit ? 'TOO MUCH' : 'ok'}  ${basename(page, '.tsx').padEnd(20)} ${(bytes / KB).toFixed(1)} of ${limit / KB} kB`)
}
process.exitCode = broken ? 1 : 0
