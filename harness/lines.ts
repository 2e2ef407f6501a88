import { closeSync, openSync, readSync } from 'node:fs'

const CHUNK = 1 << 20

/** The lines of a file that may be larger than memory. */
export function* linesOf(file: string): Generator<string> {
  const fd = openSync(file, 'r')
  try {
    const chunk = Buffer.allocUnsafe(CHUNK)
    let rest: Buffer[] = []
    for (let size = readSync(fd, chunk); size > 0; size = readSync(fd, chunk)) {
      let from = 0
      for (let end = chunk.indexOf(10); end !== -1 && end < size; end = chunk.indexOf(10, from)) {
        const piece = chunk.subarray(from, end)
        yield rest.length === 0 ? piece.toString() : Buffer.concat([...rest, piece]).toString()
        rest = []
        from = end + 1
      }
      if (from < size) rest.push(Buffer.from(chunk.subarray(from, size)))
    }
    if (rest.length > 0) yield Buffer.concat(rest).toString()
  } finally {
    closeSync(fd)
  }
}
