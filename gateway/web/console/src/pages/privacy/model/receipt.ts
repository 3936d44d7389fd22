/** The signed part of a receipt, whether its file was put in, or the signature alone; undefined when it is neither. */
export function signatureOf(text: string): string | undefined {
  const plain = text.trim()
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(plain)) return plain
  try {
    const { jws } = JSON.parse(plain) as { jws?: unknown }
    return typeof jws === 'string' ? jws : undefined
  } catch {
    return undefined
  }
}
