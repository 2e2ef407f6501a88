import { bodyOf, createdId, defineCheck, get, isSuccess, patch, pointTo } from '#check'
import type { Json } from '#scim'
import { NUMBER, NUMBER_PATH } from './identity-number.part.ts'
import { eventsOf, lastIs, pageOf, resourceOf, tellsOf, withEvents, withResources } from './sync.part.ts'

const numberIn = (resource: Json | undefined) => pointTo(resource, '/fiks/identityNumber')

export default defineCheck({
  id: 'fiks-current/sync-number-comes-later',
  title: 'A number that is added or changed later makes a new event',
  proves: ['fiks/S-20', 'fiks/S-21'],
  needs: { syncApi: true, resource: 'User', features: ['patch'] },
  breaks:
    'Target systems: without the event a person stays without the number that signing in with ID-porten needs.',

  async act({ given, send, feed, person, blocked }) {
    const place = await feed.now('brukere')
    const user = await given('User')
    const none = await feed.follow('brukere', place, tellsOf(user.id))
    const write = async (op: string, after: (typeof none)[number] | undefined) => {
      const value = person().nationalId
      const written = await send(patch(user.path, { op, path: NUMBER_PATH, value }))
      const stored = await send(get(user.path))
      if (!isSuccess(written) || pointTo(bodyOf(stored), NUMBER) === undefined)
        blocked('the target does not keep an identity number')
      const number = pointTo(bodyOf(stored), NUMBER)
      // The placeholder of a number is the same on both sides.
      const isThere = lastIs(user.id, (event) => numberIn(resourceOf(event)) === number)
      return { stored, pages: await feed.follow('brukere', after, isThere) }
    }
    const added = await write('add', none.at(-1))
    const changed = await write('replace', added.pages.at(-1))
    const pages = { afterAdd: added.pages, afterChange: changed.pages }
    return { created: user.created, added: added.stored, changed: changed.stored, ...pages }
  },

  judge({ created, added, changed, afterAdd, afterChange }, claim) {
    const id = createdId(created)
    for (const [stored, pages] of [
      [added, afterAdd],
      [changed, afterChange],
    ] as const) {
      const user = resourceOf(eventsOf(pages, id).at(-1))
      const expected = pointTo(bodyOf(stored), NUMBER) ?? null
      const actual = numberIn(user)
      claim('fiks/S-20', pageOf(pages, id)).holds(actual === expected, {
        what: 'number in the new event',
        expected,
        actual,
      })
      claim('fiks/S-21', pageOf(pages, id)).holds(user?.fiks === undefined || typeof actual === 'string', {
        what: 'fiks of the user',
        expected: 'an identityNumber',
        actual: user?.fiks,
      })
    }
  },

  counterexample: ({ afterChange, ...seen }) => [
    { ...seen, afterChange: withEvents(afterChange, () => undefined) },
    { ...seen, afterChange: withResources(afterChange, (user) => ({ ...user, fiks: {} })) },
  ],
})
