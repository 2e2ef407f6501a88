import { changed, defineClientRule, reading, writesIn } from '#check'
import { isObject, URN } from '#scim'
import { sameUrn } from '#scim/schema'
import { isAboutPerson } from './person.part.ts'

export default defineClientRule({
  id: 'fiks-current/client/extension-is-announced',
  title: 'schemas names the person extension where it is sent',
  proves: ['fiks/F-20-client'],
  breaks: 'The number is dropped, and the person cannot log in by ID-porten.',

  judge(trace, claim) {
    for (const { method, endpoint, body, exchange, at } of writesIn(trace)) {
      if (endpoint !== '/Users' || (method !== 'POST' && method !== 'PUT')) continue
      const given = Array.isArray(body.schemas) ? body.schemas.map(String) : []
      const names = (urn: string) => given.some((one) => sameUrn(one, urn))
      const about = { what: 'schemas', actual: body.schemas, pointer: `${at}/schemas` }
      claim('fiks/F-20-client', exchange).holds(names(URN.user), {
        ...about,
        expected: `${URN.user} among them`,
      })
      if (!Object.entries(body).some(([name, value]) => isAboutPerson(name) && isObject(value))) continue
      const detail = { ...about, expected: `${URN.fiksPerson} among them` }
      // What Entra leaves out, and servers that Entra works with do without.
      const { reading: tolerated } = reading('AMB-014/container-without-urn', URN.fiksPerson)
      claim('fiks/F-20-client', exchange).holds(
        true,
        names(URN.fiksPerson) ? detail : { ...detail, reading: tolerated },
      )
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint, body }) =>
      method === 'POST' && endpoint === '/Users'
        ? {
            ...body,
            schemas: [URN.user],
            [URN.fiksPerson]: { foedselsnummer: '[identity-number-0123456789]' },
          }
        : undefined,
    ),
})
