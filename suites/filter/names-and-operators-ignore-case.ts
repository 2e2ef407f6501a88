import { createdId, defineCheck, get, reading } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { showsOrRefuses } from './findable.part.ts'
import { finds } from './found.part.ts'
import { anybody } from './people.part.ts'

/** The same filter in plain and in odd letter case, and whether it finds the user. */
const PAIRS = [
  ['userName eq U', 'USERNAME EQ U', true],
  ['userName eq U', 'username Eq U', true],
  ['userName eq U and userName pr', 'userName eq U AND userName PR', true],
  ['userName eq X or userName eq U', 'userName eq X OR userName eq U', true],
  ['userName eq U and not (userName eq U)', 'userName eq U and NOT (userName eq U)', false],
  ['userName sw U', 'userName SW U', true],
  ['userName eq U and name.familyName pr', 'userName eq U and NAME.FAMILYNAME pr', true],
] as const

export default defineCheck({
  id: 'filter/names-and-operators-ignore-case',
  title: 'Attribute names and operators in filters are case-insensitive',
  proves: ['RFC7644-3.4.2.2-05'],
  needs: { features: ['filter'], resource: 'User', attributes: ['name.familyName'] },
  breaks:
    'Clients that write username or Eq find nobody and create the user again (scimmyjs/scimmy#7). Cost: wrong access.',

  async act(act) {
    const { endpoint, eventually, mark, send } = act
    const { id, sent, created } = await anybody(act)
    const [own, other] = [JSON.stringify(sent.userName), JSON.stringify(mark('nobody'))]
    const ask = (filter: string) =>
      get(endpoint('User'), {
        filter: filter.replaceAll(/ U\b/g, ` ${own}`).replaceAll(/ X\b/g, ` ${other}`),
      })
    // Once in plain letters, so that later answers tell of letters and not of the target's delay.
    const found = await eventually(ask('userName eq U'), showsOrRefuses(id))
    const [plain, odd]: [Exchange[], Exchange[]] = [[], []]
    for (const [one, same] of PAIRS) {
      const answer = await send(ask(same))
      odd.push(answer)
      // What is refused may be refused in any letters.
      plain.push(answer.response?.status === 400 ? await send(ask(one)) : found)
    }
    return { user: created, plain, odd }
  },

  judge({ user, plain, odd }, claim) {
    PAIRS.forEach(([, , hit], index) => {
      // What the target does not support in plain letters says nothing about letter case.
      const [one, same] = [plain[index] as Exchange, odd[index] as Exchange]
      if (one.response?.status === 400) {
        claim('RFC7644-3.4.2.2-05', one).status(200, reading('AMB-074/operator-unsupported', 400))
        return
      }
      finds(claim('RFC7644-3.4.2.2-05', same).status(200), same, hit ? [createdId(user)] : [])
    })
  },

  counterexample: ({ user, plain, odd }) => {
    const body = {
      schemas: [URN.error],
      status: '400',
      scimType: 'invalidFilter',
      detail: 'unknown attribute',
    }
    return { user, plain, odd: odd.map((one) => answering(one, { status: 400, body })) }
  },
})
