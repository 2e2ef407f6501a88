import { bodyOf, defineCheck, findsJust, get, hasTotal, loadOf, unlessRefused } from '#check'
import { answering, type Exchange } from '#scim'
import { crowd, inTime, type Someone, unlessBusy } from './load.part.ts'

const LOOKS = 11

export default defineCheck({
  id: 'load/lookup-among-many',
  title: 'Among more than a thousand users each is found, soon',
  proves: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2-06', 'practice/answers-in-time'],
  needs: { features: ['filter'], resource: 'User' },
  load: ({ users }) => ({ requests: users + 5 * LOOKS, makes: users }),
  breaks:
    'ssosync: a lookup saw 50 users only, and whoever came later was created again, which ended in 409 (awslabs/ssosync#81). Cost: provisioning blocked.',

  async act(act) {
    const { facts, endpoint, eventually, mark, address, send } = act
    const everybody = await crowd(act, loadOf(facts).users)
    const chosen = [0, 0.5, 1].map((part) => everybody[Math.round(part * (everybody.length - 1))] as Someone)
    const ask = (userName: string) =>
      get(endpoint('User'), { filter: `userName eq ${JSON.stringify(userName)}` })
    const lists: Exchange[] = []
    for (const { userName } of chosen)
      lists.push(await eventually(ask(userName), (list) => hasTotal(list, 1)))
    await unlessRefused(act, lists[0] as Exchange)
    unlessBusy(act, lists)
    // Before each create an identity provider looks for somebody who is not there.
    const nobody = await send(ask(address(mark('nobody'))))
    const users: Exchange[] = []
    for (const { path } of chosen) users.push(await send(get(path)))
    return { users, lists, nobody }
  },

  judge({ users, lists, nobody }, claim, { facts }) {
    lists.forEach((list, n) => {
      const id = bodyOf(users[n] as Exchange)?.id
      claim('RFC7644-3.4.2.2-04', list).holds(...findsJust(list, typeof id === 'string' ? [id] : []))
    })
    for (const list of lists) claim('RFC7644-3.4.2-06', list).has('/totalResults', 1)
    claim('RFC7644-3.4.2-06', nobody).has('/totalResults', 0)
    for (const list of [...lists, nobody])
      claim('practice/answers-in-time', list).holds(...inTime(list, loadOf(facts).patience))
  },

  counterexample: ({ users, lists, nobody }) => [
    {
      users,
      lists: lists.map((list) =>
        answering(list, { body: { ...bodyOf(list), totalResults: 0, Resources: [] } }),
      ),
      nobody,
    },
    { users, lists: lists.map((list) => ({ ...list, ms: 3_600_000 })), nobody },
  ],
})
