import {
  type Act,
  BUSY,
  bodyOf,
  defineCheck,
  get,
  isOneOf,
  isSuccess,
  loadOf,
  memberIds,
  patch,
} from '#check'
import { answering, type Exchange, type Json, member } from '#scim'
import { adding, membersWritten, type Reference, removing } from '../groups/members.part.ts'
import { crowd, inTime } from './load.part.ts'

/** Where all at once are refused, it is tried with fewer: no identity provider is known to send less than a hundred. */
const PARTS = [1000, 100, 10]

export default defineCheck({
  id: 'load/large-group',
  title: 'A group takes ten thousand members, and one more as soon as ever',
  proves: ['RFC7644-3.5.2.1-06', 'RFC7644-3.5.2-20', 'practice/limits-are-told', 'practice/answers-in-time'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  // Users, group, and parts of ten at the worst, with a look after each that is refused.
  load: ({ members }) => ({ requests: members + Math.ceil(members / 10) + 20, makes: members + 2 }),
  breaks:
    'WSO2 Identity Server: one member more took minutes with 2,000 there (wso2/product-is#6918), and a look for a group by name timed out with 50,000 (wso2/product-is#8876); AWS IAM Identity Center: more than a hundred at once were refused without a word of the limit (slashdevops/idp-scim-sync#62); FusionAuth: the 101st threw earlier ones out. Cost: data lost, provisioning blocked.',

  async act(act) {
    const { facts, given, send, endpoint } = act
    const users = await crowd(act, loadOf(facts).members + 1)
    const [another, ...others] = users.map(({ id }) => ({ value: id })) as [Reference, ...Reference[]]
    const group = await given('Group')
    const { taken, tries, looks } = await fill(act, group.path, others)
    const full = await send(get(group.path))
    const joined = await send(patch(group.path, adding(another)))
    const after = await send(get(group.path))
    const left = await send(patch(group.path, removing(another)))
    const filter = `displayName eq ${JSON.stringify(group.sent.displayName)}`
    const query = { filter, excludedAttributes: 'members' }
    const found = facts.features.filter.offered ? [await send(get(endpoint('Group'), query))] : []
    return { taken, tries, looks, full, joined, after, left, found }
  },

  judge({ taken, tries, looks, full, joined, after, left, found }, claim, { facts }) {
    const { patience } = loadOf(facts)
    // Members need not be shown (AMB-026).
    const isShown = memberIds(bodyOf(full)).length > 0
    for (const [exchange, changes] of [
      [full, taken],
      [after, [...taken, joined]],
    ] as const) {
      const expected = new Set(changes.filter(isSuccess).flatMap(membersWritten))
      const shown = new Set(memberIds(bodyOf(exchange)))
      const lost = [...expected].filter((id) => !shown.has(id)).length
      claim('RFC7644-3.5.2.1-06', exchange).holds(!isShown || lost === 0, {
        what: `members that are lost, of ${expected.size}`,
        expected: 0,
        actual: lost,
      })
    }
    claim('RFC7644-3.5.2.1-06', joined).status(200, 204, ...BUSY)
    tries.forEach((one, n) => {
      const look = looks[n] ?? full
      const there = new Set(memberIds(bodyOf(look)))
      const sent = membersWritten(one)
      const count = sent.filter((id) => there.has(id)).length
      const isWhole = isSuccess(one) || count === 0 || count === sent.length
      claim('RFC7644-3.5.2-20', look).holds(isWhole, {
        what: `members of a PATCH with ${sent.length} that was not done`,
        expected: 'none, or all',
        actual: count,
      })
      claim('practice/limits-are-told', one).holds(...tells(one, sent.length))
    })
    for (const one of [joined, left, ...found])
      claim('practice/answers-in-time', one).holds(...inTime(one, patience))
  },

  counterexample: (seen) => {
    const { tries, looks, full, joined, after } = seen
    const some = {
      members: membersWritten(tries[0] as Exchange)
        .slice(1)
        .map((value) => ({ value })) as Json,
    }
    const short = (one: Exchange) => answering(one, { body: { ...bodyOf(one), ...some } })
    return [
      { ...seen, full: answering(full, { body: { members: [{ value: 'x' }] } }), after: short(after) },
      {
        ...seen,
        tries: tries.map((one) => answering(one, { status: 400, body: undefined })),
        looks: (looks.length > 0 ? looks : [full]).map(short),
      },
      { ...seen, joined: { ...joined, ms: 3_600_000 } },
    ]
  },
})

/**
 * Adds members, as many at once as are taken. `tries` are the first of each size, `looks` what the group was after those
 * that were refused.
 */
async function fill({ send, facts, blocked }: Act, path: string, members: readonly Reference[]) {
  const tries: Exchange[] = []
  const looks: Exchange[] = []
  const { members: most } = loadOf(facts)
  for (const size of [most, ...PARTS.filter((part) => part < most)]) {
    const first = await send(patch(path, adding(...members.slice(0, size))))
    tries.push(first)
    if (isSuccess(first)) return { tries, looks, taken: await fillOn(send, path, members, size, first) }
    looks.push(await send(get(path)))
  }
  return blocked('the target does not take ten members at once')
}

async function fillOn(
  send: Act['send'],
  path: string,
  members: readonly Reference[],
  size: number,
  first: Exchange,
): Promise<Exchange[]> {
  const taken = [first]
  for (let from = size; from < members.length; from += size)
    taken.push(await send(patch(path, adding(...members.slice(from, from + size)))))
  return taken
}

/** A refusal for the size says so: by its status, or with a number in its detail. */
function tells(one: Exchange, size: number) {
  const detail = member(bodyOf(one), 'detail')
  const isTold = one.response?.status === 413 || /\d/.test(typeof detail === 'string' ? detail : '')
  return [
    isSuccess(one) || isOneOf(BUSY, one) || isTold,
    {
      what: `answer to a PATCH with ${size} members`,
      expected: 'success, 413, or a detail that names the limit',
      actual: `${one.response?.status}${typeof detail === 'string' ? ` "${detail.slice(0, 200)}"` : ''}`,
    },
  ] as const
}
