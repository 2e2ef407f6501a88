import { changed, defineClientRule, operationsOf, writesIn } from '#check'
import { URN } from '#scim'
import { described } from './schema.part.ts'

export default defineClientRule({
  id: 'client/extension-attributes-are-qualified',
  title: 'A path to an attribute of an extension has the URN in front',
  proves: ['RFC7644-3.10-03'],
  breaks: 'Servers look for the attribute in the core schema and refuse it or lose the value.',

  judge(trace, claim, facts) {
    for (const write of writesIn(trace)) {
      const attributes = described(facts, write.endpoint)
      const extended = new Set(
        [...attributes.keys()]
          .filter((path) => path.startsWith('urn:'))
          .map((path) => path.split(':').at(-1)),
      )
      for (const { path, pointer } of operationsOf(write)) {
        const first = path?.split(/[.[]/, 1)[0]?.toLowerCase() ?? ''
        const isQualified = first.startsWith('urn:')
        if (!isQualified && !(extended.has(first) && !attributes.has(first))) continue
        const detail = { what: 'path', expected: 'urn:…:attribute', actual: path, pointer: `${pointer}/path` }
        claim('RFC7644-3.10-03', write.exchange).holds(isQualified, detail)
      }
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint }) =>
      method === 'PATCH' && endpoint === '/Users'
        ? { schemas: [URN.patchOp], Operations: [{ op: 'replace', path: 'department', value: 'Skole' }] }
        : undefined,
    ),
})
