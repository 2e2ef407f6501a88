/** FNV-1a, 32 bits, with a final mix so that texts that differ in their last letter differ in every bit. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

/** A whole number from 0 to below `limit` that follows from the text alone. */
export function numberFrom(text: string, limit: number): number {
  return hash(text) % limit
}

/** A version 4 GUID that follows from the text alone: a play must be the same every time. */
export function guidFrom(text: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash(`${part} ${text}`).toString(16).padStart(8, '0'))
  const all = hex.join('')
  return [
    all.slice(0, 8),
    all.slice(8, 12),
    `4${all.slice(13, 16)}`,
    `a${all.slice(17, 20)}`,
    all.slice(20),
  ].join('-')
}
