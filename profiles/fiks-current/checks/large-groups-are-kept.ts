import {
  bodyOf,
  createdId,
  defineCheck,
  elementsOf,
  type Facts,
  get,
  memberIds,
  patch,
  pointTo,
  reading,
} from '#check'
import { answering, type Exchange, isObject, type Json, type JsonObject } from '#scim'

/** What one request adds: identity providers send no more, and no service has to take more. */
const AT_ONCE = 200

/** One more than what the Sync API does not call a large group, or ten times that. */
const sizeIn = ({ parameters }: Facts) => Number(parameters?.largeGroup ?? 101)

/** The same user under other names. */
function numbered(user: JsonObject, n: number): JsonObject {
  const { userName, externalId, emails } = user
  const addresses = elementsOf(user, 'emails').map((one) =>
    isObject(one) ? { ...one, value: `${n}.${one.value}` } : one,
  )
  return {
    ...user,
    userName: `${n}.${userName}`,
    ...(externalId === undefined ? {} : { externalId: `${externalId}-${n}` }),
    ...(emails === undefined ? {} : { emails: addresses }),
  }
}

export default defineCheck({
  id: 'fiks-current/large-groups-are-kept',
  title: 'A group keeps more than a hundred members',
  proves: ['fiks/F-58'],
  needs: { resource: ['Group', 'User'], features: ['patch'] },

  requests: (_, facts) => sizeIn(facts) + Math.ceil(sizeIn(facts) / AT_ONCE) + 2,

  async act({ given, draft, endpoint, send, facts, blocked }) {
    const size = sizeIn(facts)
    // One person for all: a check has names for some hundred people, not for a thousand.
    const pattern = draft('User')
    const made = async (n: number): Promise<string> => {
      const body = numbered(pattern, n)
      const created = await send({ method: 'POST', path: endpoint('User'), body })
      return createdId(created) ?? blocked(`could not create user ${n + 1} of ${size}`)
    }
    const ids = await Promise.all(Array.from({ length: size }, (_, n) => made(n)))
    const group = await given('Group')
    const added: Exchange[] = []
    for (let from = 0; from < size; from += AT_ONCE) {
      const value = ids.slice(from, from + AT_ONCE).map((id): Json => ({ value: id }))
      added.push(await send(patch(group.path, { op: 'add', path: 'members', value })))
    }
    return { added, after: await send(get(group.path)) }
  },

  judge({ added, after }, claim) {
    const sent = added.flatMap(({ request }) =>
      elementsOf(pointTo(request.body, '/Operations/0') as JsonObject, 'value'),
    )
    const expected = memberIds({ members: sent })
    const actual = memberIds(bodyOf(after))
    for (const one of added) claim('fiks/F-58', one).succeeds()
    claim('fiks/F-58', after).holds(actual.length === 0 || actual.join() === expected.join(), {
      what: 'number of members',
      expected: expected.length,
      actual: actual.length,
      ...(actual.length === 0 ? { reading: reading('AMB-026/members-absent', 0).reading } : {}),
    })
  },

  counterexample: ({ added, after }) => {
    const members = elementsOf(bodyOf(after), 'members').slice(1)
    return { added, after: answering(after, { body: { ...bodyOf(after), members } }) }
  },
})
