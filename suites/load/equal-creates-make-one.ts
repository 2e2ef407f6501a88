import { BUSY, createdId, defineCheck, get, idsIn, isOneOf, isSuccess, loadOf, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { together } from './load.part.ts'

const ROUNDS = 3
/** Looks of one `eventually`. */
const LOOKS = 11

const roundsOf = (creates: readonly Exchange[], size: number) =>
  Array.from({ length: ROUNDS }, (_, round) => creates.slice(round * size, (round + 1) * size))

export default defineCheck({
  id: 'load/equal-creates-make-one',
  title: 'Of many equal creates at the same time one makes a user',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.3-10'],
  needs: { resource: 'User' },
  load: ({ atOnce }) => ({ requests: ROUNDS * (atOnce + LOOKS), makes: ROUNDS * atOnce }),
  breaks:
    'An identity provider that heard nothing tries again while the first create is still under way: one ended as 500 (gravitee-io/gravitee-access-management#8290), one overwrote the other (croffasia/itsaplan#250). Cost: data lost, provisioning blocked.',

  async act({ facts, draft, endpoint, eventually, send }) {
    const { atOnce } = loadOf(facts)
    const creates: Exchange[] = []
    const lists: Exchange[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const body = draft('User')
      creates.push(...(await together(atOnce, () => send({ method: 'POST', path: endpoint('User'), body }))))
      if (!facts.features.filter.offered) continue
      const filter = `userName eq ${JSON.stringify(body.userName)}`
      lists.push(await eventually(get(endpoint('User'), { filter }), (list) => idsIn(list).length > 0))
    }
    return { creates, lists }
  },

  judge({ creates, lists }, claim, { facts }) {
    for (const round of roundsOf(creates, loadOf(facts).atOnce)) {
      const made = new Set(round.filter(isSuccess).map(createdId)).size
      const losers = round.filter((one) => !isSuccess(one))
      // Where all are told to come back later, nobody has lost anything.
      const isPutOff = losers.length === round.length && losers.every((one) => isOneOf(BUSY, one))
      claim('RFC7643-4.1.1-02', losers[0] ?? (round[0] as Exchange)).holds(made === 1 || isPutOff, {
        what: 'Users made by equal creates',
        expected: 1,
        actual: made,
      })
      for (const loser of losers)
        claim('RFC7644-3.3-10', loser).status(409, reading('AMB-037/400', 400), ...BUSY)
      // Nobody was told.
      if (losers.length === 0) claim('RFC7644-3.3-10', round.at(-1) as Exchange).status(409)
    }
    for (const list of lists.filter(isSuccess)) {
      const found = idsIn(list).length
      claim('RFC7643-4.1.1-02', list).holds(found <= 1, {
        what: 'Users of one userName',
        expected: 'at most 1',
        actual: found,
      })
    }
  },

  counterexample: ({ creates, lists }) => [
    { creates: creates.map((one, n) => answering(one, { status: 201, body: { id: `${n}` } })), lists },
    { creates: creates.map((one) => (isSuccess(one) ? one : answering(one, { status: 500 }))), lists },
  ],
})
