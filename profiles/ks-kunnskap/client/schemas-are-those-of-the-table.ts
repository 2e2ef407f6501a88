import { changed, defineClientRule, reading, writesIn } from '#check'
import { isObject, URN } from '#scim'
import { sameUrn } from '#scim/schema'

const OURS = [URN.user, URN.enterpriseUser, URN.fiksPerson]

export default defineClientRule({
  id: 'ks-kunnskap/client/schemas-are-those-of-the-table',
  title: 'schemas names what is sent, and no other extension of KS',
  proves: ['kunnskap/K-03-client'],
  breaks: 'What is sent under another name does not reach the platform.',

  judge(trace, claim) {
    for (const { method, endpoint, body, exchange, at } of writesIn(trace)) {
      if (endpoint !== '/Users' || (method !== 'POST' && method !== 'PUT')) continue
      const given = Array.isArray(body.schemas) ? body.schemas.map(String) : []
      const about = { what: 'schemas', actual: body.schemas, pointer: `${at}/schemas` }
      const strange = [...given, ...Object.keys(body)].filter(
        (urn) => /:ks:/i.test(urn) && !OURS.some((own) => sameUrn(own, urn)),
      )
      const names = (urn: string) => given.some((one) => sameUrn(one, urn))
      const holds = strange.length === 0 && names(URN.user)
      claim('kunnskap/K-03-client', exchange).holds(holds, { ...about, expected: OURS })
      for (const urn of OURS.filter((one) => isObject(body[one]))) {
        const detail = { ...about, expected: `${urn} among them` }
        const { reading: tolerated } = reading('AMB-014/container-without-urn', urn)
        claim('kunnskap/K-03-client', exchange).holds(
          true,
          names(urn) ? detail : { ...detail, reading: tolerated },
        )
      }
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint, body }) =>
      method === 'POST' && endpoint === '/Users'
        ? {
            ...body,
            'urn:ietf:params:scim:schemas:extension:ks:personidentifikasjon': { foedselsnummer: '' },
          }
        : undefined,
    ),
})
