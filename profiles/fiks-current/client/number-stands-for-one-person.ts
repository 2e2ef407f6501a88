import { createsIn, defineClientRule, instead, isIdentityNumber, later, textOf } from '#check'
import { type JsonObject, URN } from '#scim'
import { NUMBER } from './person.part.ts'

export default defineClientRule({
  id: 'fiks-current/client/number-stands-for-one-person',
  title: 'An identity number is that of one person only',
  proves: ['fiks/F-35-client'],
  breaks: 'Who logs in with the number gets the rights of another account.',

  judge(trace, claim) {
    const owners = new Map<string, string>()
    for (const write of createsIn(trace, '/Users')) {
      const number = textOf(write, NUMBER)
      if (number === undefined || !isIdentityNumber(number)) continue
      const person = textOf(write, 'externalId', 'userName') ?? ''
      const owner = owners.get(number) ?? person
      const detail = { what: 'identity number', expected: `that of ${owner} alone`, actual: person }
      claim('fiks/F-35-client', write.exchange).holds(owner === person, detail)
      owners.set(number, owner)
    }
  },

  counterexample: (trace) => {
    const first = createsIn(trace, '/Users').find((write) => isIdentityNumber(textOf(write, NUMBER)))
    if (!first) return []
    const { exchange, body } = first
    const twin = later(exchange, exchange.at + 1)
    const other: JsonObject = {
      schemas: body.schemas ?? [],
      externalId: 'somebody-else',
      userName: 'somebody-else',
      [URN.fiksPerson]: { foedselsnummer: textOf(first, NUMBER) ?? '' },
    }
    return instead(trace, exchange, exchange, { ...twin, request: { ...twin.request, body: other } })
  },
})
