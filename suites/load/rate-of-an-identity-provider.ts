import { type Act, bodyOf, defineCheck, get, isSuccess, loadOf, patch } from '#check'
import { answering, type Exchange, member } from '#scim'
import { inTime, unlessBusy } from './load.part.ts'

/** Requests for one person: the lookup that finds nobody, the create, a change, a look. */
const EACH = 4

export default defineCheck({
  id: 'load/rate-of-an-identity-provider',
  title: 'At the rate of an identity provider no change is lost',
  proves: ['RFC7644-3.3-07', 'RFC7644-3.5.2.3-02', 'RFC7644-3.4.1-01', 'practice/answers-in-time'],
  needs: { features: ['patch', 'filter'], resource: 'User', attributes: ['title'] },
  load: ({ rate, seconds }) => ({ requests: EACH * peopleIn(rate, seconds), makes: peopleIn(rate, seconds) }),
  breaks:
    'Microsoft Entra ID: 25 requests a second is what it is designed for and asks of a target; whoever answers late or loses what it acknowledged is tried again, and quarantined in the end. Cost: provisioning blocked, data lost.',

  async act(act) {
    const { facts, mark, wait } = act
    const { rate, seconds } = loadOf(facts)
    const rows = await Promise.all(
      Array.from({ length: peopleIn(rate, seconds) }, async (_, n) => {
        const title = mark('title')
        await wait((n * EACH * 1000) / rate)
        return provision(act, title)
      }),
    )
    const all = (name: 'looked' | 'created' | 'changed' | 'after') => rows.flatMap((row) => row[name] ?? [])
    unlessBusy(
      act,
      rows.flatMap(({ created, changed, after }) => [created, changed ?? [], after ?? []].flat()),
    )
    return { looked: all('looked'), created: all('created'), changed: all('changed'), after: all('after') }
  },

  judge({ looked, created, changed, after }, claim, { facts }) {
    const { patience } = loadOf(facts)
    for (const one of created) claim('RFC7644-3.3-07', one).status(201)
    for (const one of changed) claim('RFC7644-3.5.2.3-02', one).status(200, 204)
    after.forEach((one, n) => {
      claim('RFC7644-3.4.1-01', one).status(200)
      const change = changed[n] as Exchange
      if (!isSuccess(change) || !isSuccess(one)) return
      const [expected, actual] = [titleSent(change), member(bodyOf(one), 'title')]
      claim('RFC7644-3.5.2.3-02', one).holds(String(actual).toLowerCase() === expected.toLowerCase(), {
        expected,
        actual,
        pointer: '/title',
      })
    })
    for (const one of [...looked, ...created, ...changed, ...after])
      claim('practice/answers-in-time', one).holds(...inTime(one, patience))
  },

  counterexample: ({ looked, created, changed, after }) => {
    const failed = (some: readonly Exchange[]) => some.map((one) => answering(one, { status: 500 }))
    return [
      { looked, created: failed(created), changed: failed(changed), after: failed(after) },
      { looked: looked.map((one) => ({ ...one, ms: 3_600_000 })), created, changed, after },
    ]
  },
})

const peopleIn = (rate: number, seconds: number) => Math.max(1, Math.floor((rate * seconds) / EACH))

/** What an identity provider does for one new person and a change soon after. */
async function provision({ draft, endpoint, send }: Act, title: string) {
  const body = draft('User')
  const looked = await send(get(endpoint('User'), { filter: `userName eq ${JSON.stringify(body.userName)}` }))
  const created = await send({ method: 'POST', path: endpoint('User'), body })
  const id = bodyOf(created)?.id
  if (!isSuccess(created) || typeof id !== 'string') return { looked, created }
  const path = `${endpoint('User')}/${encodeURIComponent(id)}`
  const changed = await send(patch(path, { op: 'replace', path: 'title', value: title }))
  return { looked, created, changed, after: await send(get(path)) }
}

function titleSent({ request }: Exchange): string {
  const operations = member(request.body, 'Operations')
  return String(member(Array.isArray(operations) ? operations[0] : undefined, 'value'))
}
