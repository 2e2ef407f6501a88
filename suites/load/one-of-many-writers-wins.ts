import { BUSY, bodyOf, defineCheck, get, isSuccess, loadOf, reading } from '#check'
import { answering, type Exchange, header, member } from '#scim'
import { offeredWrites, rename } from '../etag/writes.part.ts'
import { together } from './load.part.ts'

const ROUNDS = 3

export default defineCheck({
  id: 'load/one-of-many-writers-wins',
  title: 'Of many writers with one version at the same time one succeeds',
  proves: ['RFC7644-3.14-06', 'RFC7644-3.12-15'],
  needs: { features: ['etag'], resource: 'User', attributes: ['displayName'] },
  load: ({ atOnce }) => ({ requests: 1 + ROUNDS * (atOnce + 2), makes: 1 }),
  breaks:
    'ThunderID: the version was compared outside the transaction that writes, two writers both succeeded and one change was lost (thunder-id/thunderid#5110). Cost: data lost.',

  each: offeredWrites,

  async act({ facts, of, given, mark, send, blocked }) {
    const user = await given('User')
    const writes: Exchange[] = []
    const afters: Exchange[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const tag = header(await send(get(user.path)), 'etag') ?? blocked('GET gave no ETag')
      const names = Array.from({ length: loadOf(facts).atOnce }, (_, n) => mark(`r${round}-w${n}`))
      writes.push(
        ...(await together(names.length, (n) => send(rename(of.name, user, names[n] as string, tag)))),
      )
      afters.push(await send(get(user.path)))
    }
    return { writes, afters }
  },

  judge({ writes, afters }, claim, { facts }) {
    const { atOnce } = loadOf(facts)
    afters.forEach((after, round) => {
      const some = writes.slice(round * atOnce, (round + 1) * atOnce)
      const winners = some.filter(isSuccess)
      // Whether the current version is taken at all is for etag/ to say.
      claim('RFC7644-3.14-06', winners[1] ?? winners[0] ?? after).holds(winners.length <= 1, {
        what: 'writers that succeeded with one version',
        expected: 'at most 1',
        actual: winners.length,
      })
      const losers = some.filter((one) => !isSuccess(one))
      for (const loser of losers.length > 0 ? losers : some.slice(1))
        claim('RFC7644-3.12-15', loser).status(412, reading('AMB-089/409', 409), 423, ...BUSY)
      if (winners.length !== 1) return
      const [expected, actual] = [nameSent(winners[0] as Exchange), member(bodyOf(after), 'displayName')]
      claim('RFC7644-3.14-06', after).holds(sameText(expected, actual), {
        expected,
        actual,
        pointer: '/displayName',
      })
    })
  },

  counterexample: ({ writes, afters }) => [
    { writes: writes.map((one) => answering(one, { status: 200 })), afters },
    { writes: writes.map((one) => (isSuccess(one) ? one : answering(one, { status: 500 }))), afters },
  ],
})

/** What a PUT or a PATCH gave. */
function nameSent({ request }: Exchange): string {
  const { body } = request
  const operations = member(body, 'Operations')
  return String(
    member(Array.isArray(operations) ? operations[0] : body, operations ? 'value' : 'displayName'),
  )
}

/** A target may keep texts in letters of its own. */
const sameText = (a: string, b: unknown) => String(b).toLowerCase() === a.toLowerCase()
