import { changed, defineClientRule, type Write, writesIn } from '#check'
import { isObject, type Json, member, URN } from '#scim'

const operations = ({ body }: Write): Json[] => (Array.isArray(body.Operations) ? body.Operations : [])

export default defineClientRule({
  id: 'client/patch-has-its-form',
  title: 'A PATCH is a PatchOp with operations that are complete',
  proves: [
    'RFC7644-3.5.2-03',
    'RFC7644-3.5.2-04',
    'RFC7644-3.5.2-05',
    'RFC7644-3.5.2-08',
    'RFC7644-3.5.2.1-01',
  ],
  breaks: 'What is no PatchOp is refused: nobody is changed or deactivated.',

  judge(trace, claim) {
    for (const write of writesIn(trace)) {
      if (write.method !== 'PATCH') continue
      const { exchange, body, at } = write
      const schemas = Array.isArray(body.schemas) ? body.schemas : []
      const isPatch = schemas.some((urn) => String(urn).toLowerCase() === URN.patchOp.toLowerCase())
      const named = { what: 'schemas of a PATCH', expected: [URN.patchOp], actual: body.schemas }
      claim('RFC7644-3.5.2-03', exchange).holds(isPatch, { ...named, pointer: `${at}/schemas` })
      const all = operations(write)
      const some = { what: 'Operations', expected: 'one or more', actual: body.Operations }
      claim('RFC7644-3.5.2-04', exchange).holds(all.length > 0, { ...some, pointer: `${at}/Operations` })
      for (const [index, one] of all.entries()) {
        const pointer = `${at}/Operations/${index}`
        const op = member(one, 'op')
        // SPEC: AMB-048: capitals are no violation.
        const name = typeof op === 'string' ? op.toLowerCase() : ''
        const known = ['add', 'replace', 'remove']
        claim('RFC7644-3.5.2-05', exchange).holds(known.includes(name), {
          what: 'op',
          expected: known,
          actual: op,
          pointer: `${pointer}/op`,
        })
        if (name === 'remove') {
          const path = member(one, 'path')
          const detail = { what: 'path of a remove', expected: 'present', actual: path, pointer }
          claim('RFC7644-3.5.2-08', exchange).holds(typeof path === 'string' && path !== '', detail)
        }
        if (name === 'add') {
          const detail = { what: 'add', expected: 'with a value', actual: one, pointer }
          claim('RFC7644-3.5.2.1-01', exchange).holds(member(one, 'value') !== undefined, detail)
        }
      }
    }
  },

  counterexample: (trace) => {
    const patches = (change: (write: Write) => Json | undefined) =>
      changed(trace, (write) => (write.method === 'PATCH' ? change(write) : undefined))
    const each = (change: (one: Record<string, Json>) => Json) => (write: Write) => ({
      ...write.body,
      Operations: operations(write).map((one) => (isObject(one) ? change(one) : one)),
    })
    return [
      ...patches(({ body }) => ({ Operations: body.Operations ?? [] })),
      ...patches(({ body }) => ({ ...body, Operations: [] })),
      ...patches(each(({ op: _, ...rest }) => rest)),
      ...patches(each(() => ({ op: 'remove' }))),
      ...patches(each(() => ({ op: 'add', path: 'title' }))),
    ]
  },
})
