import {
  bodyOf,
  createdId,
  defineCheck,
  findsJust,
  get,
  hasTotal,
  resourcesIn,
  sameState,
  search,
} from '#check'
import { answering, type Exchange, member, URN } from '#scim'
import { ABSENT_OR_LIMITED } from './root.part.ts'

/** What is compared with the answer to the create. */
const COMPARED = ['id', 'schemas', 'userName', 'displayName', 'externalId', 'name', 'emails']

export default defineCheck({
  id: 'search/at-the-root',
  title: 'A query at the root finds resources of every type',
  proves: ['RFC7644-3.4.2.1-01', 'RFC7644-3.4.2.1-02', 'RFC7644-3.4.2.1-05', 'RFC7644-3.2-15'],
  needs: { features: ['filter'], resource: ['User', 'Group'] },

  async act({ eventually, send, shared }) {
    const made = [await shared('User'), await shared('Group')]
    const found = made.map(({ id }) => `id eq ${JSON.stringify(id)}`).join(' or ')
    const both = await eventually(
      search('', { filter: found }),
      (list) => list.response?.status !== 200 || hasTotal(list, 2),
    )
    const users = await send(search('', { filter: `(${found}) and meta.resourceType eq "User"` }))
    return {
      created: made.map((one) => one.created),
      both,
      users,
      listed: await send(get('/', { filter: found })),
    }
  },

  judge({ created, both, users, listed }, claim) {
    const ids = created.map(createdId)
    for (const row of [
      'RFC7644-3.4.2.1-01',
      'RFC7644-3.4.2.1-02',
      'RFC7644-3.4.2.1-05',
      'RFC7644-3.2-15',
    ] as const) {
      // What is there at the root but no list is the business of the host.
      for (const list of [both, users, listed].filter((one) => one !== listed || isList(one))) {
        const stated = claim(row, list).status(200, ...ABSENT_OR_LIMITED)
        if (list.response?.status !== 200) continue
        stated.holds(...findsJust(list, list === users ? ids.slice(0, 1) : ids))
      }
    }
    for (const resource of resourcesIn(both)) {
      const own = created.find((one) => createdId(one) === resource.id)
      // Whoever else is in the list was minded above.
      if (!own) continue
      const whole = bodyOf(own)
      for (const name of COMPARED.filter((one) => member(whole, one) !== undefined)) {
        const [expected, actual] = [member(whole, name) ?? null, member(resource, name)]
        const detail = { what: `${name} of ${resource.id}`, expected, actual }
        claim('RFC7644-3.4.2.1-02', both).holds(sameState(actual, expected), detail)
      }
    }
  },

  counterexample: ({ created, both, users, listed }) => {
    const nobody = { schemas: [URN.listResponse], totalResults: 0, Resources: [] }
    return { created, both: answering(both, { status: 200, body: nobody }), users, listed }
  },
})

function isList(exchange: Exchange): boolean {
  const schemas = bodyOf(exchange)?.schemas
  return exchange.response?.status === 200 && Array.isArray(schemas) && schemas.includes(URN.listResponse)
}
