import { changed, createsIn, defineClientRule, isTrial, textOf } from '#check'
import { member } from '#scim'

export default defineClientRule({
  id: 'ks-kunnskap/client/names-and-address-are-there',
  title: 'A person is sent with both names and an address for work',
  proves: ['kunnskap/K-05-client', 'kunnskap/K-07-client'],
  breaks: 'The learner has no name on the certificate, or gets no message.',

  judge(trace, claim) {
    for (const write of createsIn(trace, '/Users')) {
      if (isTrial(trace, write)) continue
      const { body, exchange, at } = write
      const names = ['name.givenName', 'name.familyName']
      const missing = names.filter((name) => textOf(write, name) === undefined)
      claim('kunnskap/K-05-client', exchange).holds(missing.length === 0, {
        what: 'names that are missing',
        expected: [],
        actual: missing,
        pointer: `${at}/name`,
      })
      const emails = Array.isArray(body.emails) ? body.emails : []
      const isUsable = emails.some(
        (one) => member(one, 'primary') === true || String(member(one, 'type')).toLowerCase() === 'work',
      )
      claim('kunnskap/K-07-client', exchange).holds(isUsable, {
        what: 'emails',
        expected: 'one that is primary or of type work',
        actual: body.emails,
        pointer: `${at}/emails`,
      })
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint, body }) => {
      const { name: _, ...rest } = body
      return method === 'POST' && endpoint === '/Users'
        ? { ...rest, emails: [{ value: 'kari@hjemme.example', type: 'home' }] }
        : undefined
    }),
})
