import { defineRule, reading } from '#check'
import { answering, type Json, member } from '#scim'
import { shown } from './shown.part.ts'

const DAY = /^-?\d{4,9}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const TIME = /^([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d{1,30})?(Z|[+-]\d\d:\d\d)?$/

/** An xsd:dateTime. */
function isDateTime(value: Json | undefined): boolean {
  const [day = '', time = '', ...more] = typeof value === 'string' ? value.split('T') : []
  return more.length === 0 && DAY.test(day) && TIME.test(time)
}

/** Without a zone an instant is not known. */
const hasZone = (value: Json | undefined) => /(Z|[+-]\d\d:\d\d)$/.test(String(value))
const instant = (value: Json | undefined) => (hasZone(value) ? Date.parse(String(value)) : Number.NaN)

export default defineRule({
  id: 'wire/timestamps-are-in-order',
  title: 'created and lastModified are dateTimes, in this order',
  proves: ['RFC7643-3.1-21', 'RFC7643-2.3.5-01', 'RFC7643-2.3.5-03', 'RFC7643-3.1-23'],
  breaks:
    'Atlassian Guard: A client could not read the times that a server wrote (suvera/scim2-sdk#6). Cost: cosmetic.',

  judge(exchange, claim, facts) {
    for (const resource of shown(exchange, facts)) {
      const meta = member(resource, 'meta')
      const [created, modified] = [member(meta, 'created') ?? null, member(meta, 'lastModified') ?? null]
      const say = (what: string, actual: Json) => ({ what, expected: 'an xsd:dateTime', actual })
      if (created !== null)
        claim('RFC7643-3.1-21', exchange).holds(isDateTime(created), say('meta.created', created))
      for (const value of [created, modified].filter((one) => one !== null)) {
        claim('RFC7643-2.3.5-01', exchange).holds(isDateTime(value), {
          ...say('meta', value),
          ...(isDateTime(value) && !hasZone(value) ? { reading: 'AMB-018/no-zone' as const } : {}),
        })
        claim('RFC7643-2.3.5-03', exchange).holds(typeof value === 'string', say('meta', value))
      }
      const early = instant(created) - instant(modified)
      if (Number.isNaN(early)) continue
      const close = early > 0 && early < 1_000
      claim('RFC7643-3.1-23', exchange).holds(early <= 0 || close, {
        what: 'meta.lastModified',
        expected: `not before ${String(created)}`,
        actual: modified,
        ...(close ? { reading: reading('AMB-019/within-a-second', null).reading } : {}),
      })
    }
  },

  counterexample: (exchange) => [
    answering(exchange, { body: { meta: { created: 1767225600, lastModified: '2026-01-01' } } }),
    answering(exchange, {
      body: { meta: { created: '2026-01-02T00:00:00Z', lastModified: '2026-01-01T00:00:00Z' } },
    }),
  ],
})
