import { assignmentsOf, attributeName, changed, defineClientRule, writesIn } from '#check'
import { URN } from '#scim'
import { described } from './schema.part.ts'

const COMMON = new Set(['id', 'meta', 'schemas'])

export default defineClientRule({
  id: 'client/read-only-is-left-alone',
  title: 'A PATCH changes nothing that only the server may change',
  proves: ['RFC7644-3.5.2-11', 'RFC7643-4.1.2-24'],
  breaks: 'The whole PATCH is refused, and with it what else it should have changed.',

  judge(trace, claim, facts) {
    for (const write of writesIn(trace)) {
      if (write.method !== 'PATCH') continue
      const attributes = described(facts, write.endpoint)
      for (const { path, value, pointer } of assignmentsOf(write)) {
        if (path === '') continue
        const name = attributeName(path).replace(/\[.*$/, '')
        // SPEC: AMB-050: a value without a path may repeat the id that the resource has, and its schemas.
        if ((name === 'id' && value === write.id) || name === 'schemas') continue
        const top = name.split('.', 1)[0] as string
        const isReadOnly = COMMON.has(top) || attributes.get(top)?.mutability === 'readOnly'
        const detail = {
          what: 'attribute in a PATCH',
          expected: 'one that clients may change',
          actual: path,
          pointer,
        }
        claim('RFC7644-3.5.2-11', write.exchange).holds(!isReadOnly, detail)
        if (write.endpoint !== '/Users') continue
        claim('RFC7643-4.1.2-24', write.exchange).holds(top !== 'groups', {
          ...detail,
          expected: 'membership changed by way of the group',
        })
      }
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint }) =>
      method === 'PATCH' && endpoint === '/Users'
        ? { schemas: [URN.patchOp], Operations: [{ op: 'add', path: 'groups', value: [{ value: 'g1' }] }] }
        : undefined,
    ),
})
