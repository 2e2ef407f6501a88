import {
  assignmentsOf,
  attributeName,
  changed,
  defineClientRule,
  isUnassigned,
  reading,
  writesIn,
} from '#check'
import { described } from './schema.part.ts'

export default defineClientRule({
  id: 'client/booleans-are-booleans',
  title: 'A boolean is sent as true or false, not as text',
  proves: ['RFC7643-2.3.2-01'],
  breaks:
    'A leaver stays active where "False" is taken for a text, and a text for true: Entra without its flag, ENT-108.',

  judge(trace, claim, facts) {
    for (const write of writesIn(trace)) {
      const attributes = described(facts, write.endpoint)
      for (const { op, path, value, pointer } of assignmentsOf(write)) {
        if (attributes.get(attributeName(path))?.type !== 'boolean' || op === 'remove') continue
        if (isUnassigned(value)) continue
        const detail = { what: path, expected: 'true or false', actual: value, pointer }
        const isText = typeof value === 'string' && /^(?:true|false)$/i.test(value)
        const { reading: tolerated } = reading('AMB-017/client-sends-text', value ?? null)
        if (isText) claim('RFC7643-2.3.2-01', write.exchange).holds(true, { ...detail, reading: tolerated })
        else claim('RFC7643-2.3.2-01', write.exchange).holds(typeof value === 'boolean', detail)
      }
    }
  },

  counterexample: (trace) =>
    ['False', 1].flatMap((active) =>
      changed(trace, ({ method, body, endpoint }) =>
        method === 'POST' && endpoint === '/Users' ? { ...body, active } : undefined,
      ),
    ),
})
