import { createdId, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'

/** Requirement, name, which value it is compared with, and whether the user is found. */
const PROBES = [
  ['RFC7644-3.10-02', 'userName', 'own', true],
  ['RFC7644-3.10-01', `${URN.user}:userName`, 'own', true],
  ['RFC7644-3.10-01', `${URN.user}:userName`, 'other', false],
  ['RFC7644-3.10-04', `${URN.user}:name.familyName`, 'family', true],
  ['RFC7644-3.10-04', `${URN.user}:name.familyName`, 'own', false],
  ['RFC7644-3.10-05', `${URN.user.toUpperCase()}:USERNAME`, 'own', true],
  ['RFC7644-3.10-05', `${URN.user.toUpperCase()}:USERNAME`, 'other', false],
] as const

export default defineCheck({
  id: 'filter/urn-qualified-names',
  title: 'A name qualified by its schema URN filters like the short name',
  proves: ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-01', 'RFC7644-3.10-02', 'RFC7644-3.10-04', 'RFC7644-3.10-05'],
  needs: { features: ['filter'], resource: 'User', attributes: ['name.familyName'] },

  async act({ endpoint, eventually, mark, send, shared, sharedMark }) {
    const [family, givenName] = [sharedMark('etternavn'), sharedMark('fornavn')]
    const { id, sent, created } = await shared('User', { name: { familyName: family, givenName } })
    const values = { own: sent.userName, other: mark('nobody'), family }
    const answers: Exchange[] = []
    for (const [at, [, name, value]] of PROBES.entries()) {
      const request = get(endpoint('User'), { filter: `${name} eq ${JSON.stringify(values[value])}` })
      answers.push(await (at === 0 ? eventually(request, showsOrRefuses(id)) : send(request)))
    }
    return { user: created, answers }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(([row, , , hit], index) => {
      const answer = answers[index] as Exchange
      const [expected, actual] = [hit ? [createdId(user)] : [], idsIn(answer)]
      if (row !== 'RFC7644-3.10-05') {
        findsOrRefuses(claim(row, answer), answer, expected)
        if (row === 'RFC7644-3.10-01') findsOrRefuses(claim('RFC7644-3.4.2.2-34', answer), answer, expected)
        return
      }
      // What is refused in plain letters as well says nothing about letters.
      const isCase = answers[0]?.response?.status !== 400
      const refused = isCase ? ('AMB-012/case' as const) : ('AMB-074/operator-unsupported' as const)
      const stated = claim(row, answer).status(200, reading(refused, 400))
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
