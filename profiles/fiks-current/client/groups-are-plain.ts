import { changed, createsIn, defineClientRule, textOf } from '#check'
import { URN } from '#scim'
import { sameUrn } from '#scim/schema'

export default defineClientRule({
  id: 'fiks-current/client/groups-are-plain',
  title: 'A group is sent with the Group schema and a displayName',
  proves: ['fiks/F-50-client', 'fiks/F-51-client'],
  breaks: 'Administrators see the name when they give out roles.',

  judge(trace, claim) {
    for (const write of createsIn(trace, '/Groups')) {
      const { body, exchange, at } = write
      const schemas = Array.isArray(body.schemas) ? body.schemas : []
      claim('fiks/F-50-client', exchange).holds(
        schemas.some((urn) => sameUrn(String(urn), URN.group)),
        { what: 'schemas', expected: [URN.group], actual: body.schemas, pointer: `${at}/schemas` },
      )
      const actual = textOf(write, 'displayName')
      const detail = { what: 'displayName', expected: 'present', actual, pointer: `${at}/displayName` }
      claim('fiks/F-51-client', exchange).holds(actual !== undefined, detail)
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint }) =>
      method === 'POST' && endpoint === '/Groups' ? { schemas: [], externalId: 'g1' } : undefined,
    ),
})
