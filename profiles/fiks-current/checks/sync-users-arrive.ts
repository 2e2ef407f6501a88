import { bodyOf, createdId, defineCheck, get, isSuccess, pointTo } from '#check'
import { isObject, type Json, type JsonObject, sameJson, URN } from '#scim'
import { NUMBER, withNumber } from './identity-number.part.ts'
import { eventsOf, lacksIn, lastIs, pageOf, resourceOf, withEvents, withResources } from './sync.part.ts'

/** Where the stream has what SCIM has. */
const PLACES: Readonly<Record<string, string>> = {
  '/userName': '/userName',
  '/displayName': '/displayName',
  '/active': '/active',
  '/name/familyName': '/name/familyName',
  [`/${URN.enterpriseUser}/employeeNumber`]: '/enterprise/employeeNumber',
  [`/${URN.enterpriseUser}/department`]: '/enterprise/department',
  [NUMBER]: '/fiks/identityNumber',
}
const WORK = { employeeNumber: '100234', department: 'Oppvekst og kultur' }

interface Place {
  readonly pointer: string
  /** What SCIM shows, and the stream. */
  readonly expected: Json | undefined
  readonly actual: Json | undefined
}

function placesOf(known: Json | undefined, user: Json | undefined): Place[] {
  const places = Object.entries(PLACES).map(([place, pointer]) => ({
    pointer,
    expected: pointTo(known, place),
    actual: pointTo(user, pointer),
  }))
  return [...places, { pointer: '/emails', expected: addressesOf(known), actual: addressesOf(user) }]
}

/** Which of the addresses comes first is nobody's promise. */
function addressesOf(user: Json | undefined): Json | undefined {
  const emails = pointTo(user, '/emails')
  if (!Array.isArray(emails)) return undefined
  return emails.map((email) => plain(pointTo(email, '/value'))).sort()
}

const plain = (value: Json | undefined) => (typeof value === 'string' ? value.toLowerCase() : (value ?? null))

export default defineCheck({
  id: 'fiks-current/sync-users-arrive',
  title: 'A user that was provisioned arrives in the stream as it is',
  proves: ['fiks/S-13', 'fiks/S-21', 'fiks/S-22', 'fiks/S-22-name', 'fiks/S-22-all'],
  needs: { syncApi: true, resource: 'User' },
  breaks: 'Target systems: whom the stream does not tell of, or tells wrongly of, has no access there.',

  async act({ given, send, feed, person, blocked }) {
    const place = await feed.now('brukere')
    const { nationalId } = person()
    const user = await given('User', { ...withNumber(nationalId), [URN.enterpriseUser]: WORK })
    const read = await send(get(user.path))
    // Where the user cannot be read, the answer to the create says what it is.
    const stored = isSuccess(read) ? read : user.created
    if (placesOf(bodyOf(stored), undefined).every(({ expected }) => expected === undefined))
      blocked('the target shows nothing of the user')
    // The number may be added by another service, a little later.
    const hasNumber = pointTo(bodyOf(stored), NUMBER) !== undefined
    const isWhole = lastIs(
      user.id,
      (event) => !hasNumber || pointTo(resourceOf(event), '/fiks') !== undefined,
    )
    return { created: user.created, stored, pages: await feed.follow('brukere', place, isWhole) }
  },

  judge({ created, stored, pages }, claim) {
    const id = createdId(created)
    const event = eventsOf(pages, id).at(-1)
    const page = pageOf(pages, id)
    const user = resourceOf(event)
    const lacks = event ? lacksIn(event, false) : ['event']
    claim('fiks/S-13', page)
      .holds(lacks.length === 0, { what: 'event of the user', expected: 'whole', actual: event })
      .holds(event?.changeType === 'sync' && user !== undefined, {
        what: 'event of the user',
        expected: 'sync with its resource',
        actual: event,
      })
    const known = bodyOf(stored)
    claim('fiks/S-22', page).holds(
      user?.id === id && (!known?.userName || typeof user?.userName === 'string'),
      {
        what: 'user in the stream',
        expected: 'id and userName',
        actual: user && { id: user.id ?? null, userName: user.userName ?? null },
      },
    )
    claim('fiks/S-22-name', page).holds(isObject(user?.name), {
      what: 'user in the stream',
      expected: 'a name',
      actual: user?.name,
    })
    claim('fiks/S-21', page).holds(
      user?.fiks === undefined || typeof pointTo(user, '/fiks/identityNumber') === 'string',
      {
        what: 'fiks of the user',
        expected: 'an identityNumber',
        actual: user?.fiks,
      },
    )
    for (const { pointer, expected, actual } of placesOf(known, user)) {
      if (expected === undefined) continue
      const isTold = actual !== undefined && actual !== null
      const detail = { what: `user in the stream: ${pointer}`, expected, actual }
      if (isTold) claim('fiks/S-22', page).holds(sameJson(plain(actual), plain(expected)), detail)
      claim('fiks/S-22-all', page).holds(isTold, detail)
    }
  },

  counterexample: ({ pages, ...seen }) => [
    { ...seen, pages: withEvents(pages, () => undefined) },
    { ...seen, pages: withEvents(pages, ({ timestamp: _, ...event }) => event) },
    { ...seen, pages: withResources(pages, (user): JsonObject => ({ ...user, fiks: {} })) },
    { ...seen, pages: withResources(pages, (user) => ({ ...user, displayName: 'Ukjent' })) },
    { ...seen, pages: withResources(pages, ({ name: _, active: __, ...user }) => user) },
  ],
})
