import { ATTRIBUTES } from '../directory/attributes.ts'
import type { Policy } from '../policy.ts'
import type { Conveyed } from '../wire/attribute.ts'
import type { Node } from './node.ts'

const NUMBERS = [
  'membersPerRequest',
  'accidentalDeletions',
  'quarantineFailures',
  'quarantineShare',
  'interval',
] as const
const KEYS = ['matchUsers', 'matchGroups', 'skipOutOfScope', 'throttled', 'leavers', ...NUMBERS] as const

/** `provider: { matchUsers: [externalId], accidentalDeletions: 2 }`: settings that an administrator has changed. */
export function readPolicy(node: Node | undefined): Partial<Policy> {
  if (!node) return {}
  const fields = node.fields('the settings of the provider', KEYS)
  const attributes = (name: 'matchUsers' | 'matchGroups') => {
    const list = fields.get(name)?.list(name)
    return list ? { [name]: list.map((one) => one.oneOf('an attribute', ATTRIBUTES) as Conveyed) } : {}
  }
  const numbers = NUMBERS.flatMap((name) => {
    const value = fields.get(name)
    return value ? [[name, value.number(name)] as const] : []
  })
  const skip = fields.get('skipOutOfScope')
  const throttled = fields.get('throttled')?.oneOf('throttled', ['next cycle', 'wait'])
  const leavers = fields.get('leavers')?.oneOf('leavers', ['disable', 'delete', 'leave'])
  return {
    ...attributes('matchUsers'),
    ...attributes('matchGroups'),
    ...Object.fromEntries(numbers),
    ...(skip ? { skipOutOfScope: skip.flag('skipOutOfScope') } : {}),
    ...(throttled ? { throttled: throttled as Policy['throttled'] } : {}),
    ...(leavers ? { leavers: leavers as Policy['leavers'] } : {}),
  }
}
