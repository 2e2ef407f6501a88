import { defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'
import { listOf } from './answers.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

/** Requirement, name, which value it is compared with, and whether the user is found. */
const PROBES = [
  ['RFC7644-3.10-01', `${URN.user}:userName`, 'own', true],
  ['RFC7644-3.10-01', `${URN.user}:userName`, 'other', false],
  ['RFC7644-3.10-04', `${URN.user}:name.familyName`, 'family', true],
  ['RFC7644-3.10-04', `${URN.user}:name.familyName`, 'own', false],
  ['RFC7644-3.4.2.2-34', `${URN.user}:userName`, 'own', true],
  ['RFC7644-3.10-05', `${URN.user.toUpperCase()}:USERNAME`, 'own', true],
  ['RFC7644-3.10-05', `${URN.user.toUpperCase()}:USERNAME`, 'other', false],
] as const

export default defineCheck({
  id: 'filter/urn-qualified-names',
  title: 'A name qualified by its schema URN filters like the short name',
  proves: ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-01', 'RFC7644-3.10-04', 'RFC7644-3.10-05'],
  needs: { features: ['filter'], resource: 'User', attributes: ['name.familyName'] },

  async act({ endpoint, eventually, given, mark, send }) {
    const family = mark('family')
    const { id, path, sent } = await given('User', { name: { familyName: family, givenName: 'Kari' } })
    const values = { own: sent.userName, other: mark('nobody'), family }
    const ask = (name: string, value: keyof typeof values) =>
      get(endpoint('User'), { filter: `${name} eq ${JSON.stringify(values[value])}` })
    await eventually(ask('userName', 'own'), (list) => idsIn(list).includes(id))
    const answers: Exchange[] = []
    for (const [, name, value] of PROBES) answers.push(await send(ask(name, value)))
    return { user: await send(get(path)), answers }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(([row, , , hit], index) => {
      const answer = answers[index] as Exchange
      const [expected, actual] = [hit ? [idOf(user)] : [], idsIn(answer)]
      if (row !== 'RFC7644-3.10-05') {
        findsOrRefuses(claim(row, answer), answer, expected)
        return
      }
      const stated = claim(row, answer).status(200, reading('AMB-012/case', 400))
      if (answer.response?.status === 400) return
      const missed = hit && actual.length === 0 ? { reading: 'AMB-012/case' as const } : {}
      const fits = sameJson(actual, expected) || (hit && actual.length === 0)
      stated.holds(fits, { what: 'ids found', expected, actual, ...missed })
    })
  },

  counterexample: ({ user, answers }) => {
    const unfiltered = listOf({ id: '1' }, { id: '2' })
    return answers.map((one, at) => ({
      user,
      answers: answers.with(at, answering(one, { body: unfiltered })),
    }))
  },
})
