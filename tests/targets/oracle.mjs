import { createInterface } from 'node:readline'

/**
 * Serves an oracle over stdin and stdout: one JSON question a line, one JSON answer a line, in the same order.
 * An answer is `{ value }` or, where the library threw, `{ error }`. `polluted` names what has appeared on
 * Object.prototype meanwhile; it is taken away again, so that the next answer is not affected.
 *
 * @param {(question: any) => unknown} ask
 */
export function serveOracle(ask) {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const answer = attempt(ask, JSON.parse(line))
    const polluted = Object.keys(Object.prototype)
    for (const name of polluted) delete Object.prototype[name]
    process.stdout.write(`${JSON.stringify({ ...answer, ...(polluted.length > 0 && { polluted }) })}\n`)
  })
}

function attempt(ask, question) {
  try {
    return { value: ask(question) }
  } catch (error) {
    return { error: String(error?.scimCode ?? error?.message ?? error) }
  }
}

/**
 * Whether each resource matches; the message where the library throws at one, so that the others still count.
 *
 * @returns {(boolean | string)[]}
 */
export function matching(resources, matches) {
  return resources.map((resource) => {
    try {
      return matches(resource)
    } catch (error) {
      return String(error?.message ?? error)
    }
  })
}
