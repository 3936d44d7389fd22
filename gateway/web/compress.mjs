// Puts a .br and a .gz beside every text file of a built folder, for the gateway to send as they are.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXT = /\.(js|css|html|json|svg)$/

const folder = process.argv[2]
for (const name of readdirSync(folder, { recursive: true })) {
  if (!TEXT.test(name)) continue
  const file = join(folder, name)
  const content = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  )
}
