import { assignmentsOf, changed, defineClientRule, isIdentityNumber, writesIn } from '#check'
import { isObject, URN } from '#scim'
import { sameUrn } from '#scim/schema'
import { isAboutPerson, lastName } from './person.part.ts'

/** How the attribute is misspelled, inside the extension or beside it. */
const MISSPELLED =
  /^(?:f[oø]dselsn(?:umme)?r|f[oø]dselsnummer|foedselsn(?:r|umber)|fnr|ssn|nin|nationalid(?:entitynumber)?|personnummer)$/
const NUMBER = '[identity-number-0123456789]'

export default defineClientRule({
  id: 'fiks-current/client/number-is-spelled-right',
  title: 'The number is a text, called foedselsnummer in the extension :1.0',
  proves: ['fiks/F-28-client', 'fiks/F-31'],
  breaks: 'The number never arrives, and the person cannot be given rights in Fiks forvaltning.',

  judge(trace, claim) {
    for (const write of writesIn(trace)) {
      if (write.endpoint !== '/Users') continue
      for (const { path, value, op, pointer } of assignmentsOf(write)) {
        const name = lastName(path)
        const urn = /^urn:/i.test(path) ? path.slice(0, path.length - name.length - 1) : ''
        const isContainer =
          isAboutPerson(path) && (isObject(value) || /personidentifikasjon(?::1\.0)?$/i.test(path))
        if (!isContainer && !isAboutPerson(path) && name !== 'foedselsnummer' && !MISSPELLED.test(name))
          continue
        const about = { what: 'identity number', pointer }
        const container = isContainer ? path : urn
        if (isAboutPerson(path)) {
          claim('fiks/F-31', write.exchange).holds(sameUrn(container, URN.fiksPerson), {
            ...about,
            expected: URN.fiksPerson,
            actual: container,
          })
        }
        if (isContainer) continue
        claim('fiks/F-28-client', write.exchange).holds(name === 'foedselsnummer' && isAboutPerson(path), {
          ...about,
          expected: `${URN.fiksPerson}:foedselsnummer`,
          actual: path,
        })
        if (op === 'remove' || value === null || value === '') continue
        const isText = isIdentityNumber(value) || (typeof value === 'string' && /^\d{11}$/.test(value))
        const kind = typeof value === 'string' ? value : `${typeof value}`
        claim('fiks/F-28-client', write.exchange).holds(isText, {
          ...about,
          expected: 'a text of 11 digits',
          actual: kind,
        })
      }
    }
  },

  counterexample: (trace) =>
    [
      { [URN.fiksPerson]: { fodselsnummer: NUMBER } },
      { [URN.fiksPerson]: { foedselsnummer: `${NUMBER} as a JSON number` } },
      { [URN.fiksPerson]: { foedselsnummer: 12345678901 } },
      { 'urn:ietf:params:scim:schemas:extension:ks:personidentifikasjon': { foedselsnummer: NUMBER } },
      { [`${URN.fiksPerson}:User`]: { foedselsnummer: NUMBER } },
    ].flatMap((wrong) =>
      changed(trace, ({ method, endpoint, body }) => {
        const { [URN.fiksPerson]: _, ...rest } = body
        return method === 'POST' && endpoint === '/Users' ? { ...rest, ...wrong } : undefined
      }),
    ),
})
