/** How much of a file is sent at once. */
export const PART_BYTES = 200_000

/** Where each part of a file begins and ends. */
export function partsOf(bytes: number, size = PART_BYTES): { from: number; to: number }[] {
  const count = Math.ceil(bytes / size)
  return Array.from({ length: count }, (_, place) => ({ from: place * size, to: Math.min(bytes, (place + 1) * size) }))
}
