import { createRedactor } from '#harness'
import { isObject, type Json } from '#scim'

/** Something that must not stand in a sign-off. What it is, is not repeated. */
export interface Leak {
  readonly kind: 'secret' | 'identity-number'
  /** JSON pointer; of a member's name where that is what gives it away. */
  readonly at: string
}

/** What looks like a secret whoever's it is. */
const SECRET_SHAPES = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  /\b(?:bearer|basic)\s+[\w+/=.~-]{12,}/i,
  /\b(?:set-)?cookie:\s*\S+=/i,
  /\b(?:password|passord|secret|token|api[-_]?key)\s*[=:]\s*\S{6,}/i,
  /:\/\/[^/\s:@]+:[^/\s@]+@/,
]

/**
 * Looks through every text and number of a value with the rules by which records are redacted, and for secrets by their
 * shape. Synthetic identity numbers are found as well: none belongs into a sign-off.
 * @param secrets values known to be secret
 */
export function leaksIn(value: Json, secrets: readonly string[]): Leak[] {
  const numbers = createRedactor([], 'scan')
  const known = createRedactor(secrets, 'scan')
  const leaks: Leak[] = []
  const look = (one: Json, at: string) => {
    if (typeof one === 'string') {
      if (known.text(one) !== numbers.text(one) || SECRET_SHAPES.some((shape) => shape.test(one)))
        leaks.push({ kind: 'secret', at })
      if (numbers.text(one) !== one) leaks.push({ kind: 'identity-number', at })
    } else if (typeof one === 'number') {
      if (numbers.json(one) !== one) leaks.push({ kind: 'identity-number', at })
    } else if (Array.isArray(one)) {
      one.forEach((item, index) => {
        look(item, `${at}/${index}`)
      })
    } else if (isObject(one)) {
      for (const [name, item] of Object.entries(one)) {
        look(name, `${at}/${pointerToken(name, numbers.text(name) !== name)}`)
        look(item, `${at}/${pointerToken(name, numbers.text(name) !== name)}`)
      }
    }
  }
  look(value, '')
  return leaks
}

function pointerToken(name: string, hidden: boolean): string {
  return hidden ? '…' : name.replaceAll('~', '~0').replaceAll('/', '~1')
}
