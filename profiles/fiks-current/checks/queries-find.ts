import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, sameJson } from '#scim'

export default defineCheck({
  id: 'fiks-current/queries-find',
  title: 'The queries of identity providers find one resource, or none',
  proves: ['fiks/F-64'],
  needs: { features: ['filter'], resource: ['User', 'Group'] },
  breaks: 'Entra: looks everybody up before it makes them; a wrong answer makes doubles or stops the run.',

  each: () => [
    { name: 'userName', type: 'User' },
    { name: 'externalId', type: 'User' },
    { name: 'displayName', type: 'Group' },
  ],

  async act({ given, send, eventually, mark, endpoint, of }) {
    const [one] = [await given(of.type), await given(of.type)]
    const by = (value: string) => get(endpoint(of.type), { filter: `${of.name} eq ${JSON.stringify(value)}` })
    const found = await eventually(by(String(one.sent[of.name])), (seen) => idsIn(seen).includes(one.id))
    return { one: await send(get(one.path)), found, none: await send(by(mark('nobody'))) }
  },

  judge({ one, found, none }, claim) {
    const [expected, actual] = [[bodyOf(one)?.id ?? null], idsIn(found)]
    claim('fiks/F-64', found)
      .status(200)
      .holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
    claim('fiks/F-64', none).status(200).has('/totalResults', 0).lacks('/Resources')
  },

  counterexample: ({ one, found, none }) => ({ one, found, none: answering(none, { status: 404 }) }),
})
