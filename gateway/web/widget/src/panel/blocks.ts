/** A piece of a text: words, or an address that can be followed. */
export type Piece = { text: string; href?: string }
export type Block = { kind: 'paragraph'; pieces: Piece[] } | { kind: 'list'; items: Piece[][] }

const ADDRESS = /https?:\/\/[^\s<>"'“”«»]+/g
const BULLET = /^\s*[•*–-]\s+/

/** The words of a line and the addresses in it. Nothing in a text is ever markup. */
export function pieces(line: string): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const match of line.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]}…؟،]+$/u, '')
    if (!URL.canParse(address)) continue
    if (match.index > at) found.push({ text: line.slice(at, match.index) })
    found.push({ text: address, href: address })
    at = match.index + address.length
  }
  if (at < line.length || found.length === 0) found.push({ text: line.slice(at) })
  return found
}

/** A text in paragraphs and lists. */
export function blocks(text: string): Block[] {
  const all: Block[] = []
  for (const line of text.split(/\r?\n/)) {
    const last = all.at(-1)
    if (BULLET.test(line)) {
      const item = pieces(line.replace(BULLET, ''))
      if (last?.kind === 'list') last.items.push(item)
      else all.push({ kind: 'list', items: [item] })
    } else if (line.trim() !== '') {
      all.push({ kind: 'paragraph', pieces: pieces(line) })
    }
  }
  return all
}
