// Builds the two files of the widget: the launcher, which every page loads, and the panel, which
// only those load who open the chat. Fails when they have grown too large.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const into = join(here, '../.build/widget')
const LARGEST = { launcher: 3 * 1024, both: 18 * 1024 }

async function bundle(entry, name, format, define = {}) {
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    define,
    build: {
      outDir: into,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(here, entry),
        preserveEntrySignatures: 'strict',
        output: { format, entryFileNames: name, codeSplitting: false },
      },
    },
  })
  return readFileSync(join(into, name))
}

function allowed(what, size, largest) {
  console.log(`${what}: ${size} of at most ${largest} bytes, gzipped`)
  if (size > largest) throw new Error(`${what} is too large`)
}

rmSync(into, { recursive: true, force: true })
const panel = await bundle('src/panel/index.tsx', 'panel.js', 'es')
const version = createHash('sha256').update(panel).digest('hex').slice(0, 10)
const launcher = await bundle('src/launcher/index.ts', 'widget.js', 'iife', {
  __PANEL__: JSON.stringify(`widget/panel.js?v=${version}`),
})
const size = (file) => gzipSync(file, { level: 9 }).length
allowed('launcher', size(launcher), LARGEST.launcher)
allowed('launcher and panel', size(launcher) + size(panel), LARGEST.both)
