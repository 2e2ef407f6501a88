import { createdId, defineCheck, idsIn } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { COUNT, pagedUsers, walk } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/sorted-pages-are-in-order',
  title: 'The pages of a sorted walk are in order as a whole',
  proves: ['RFC9865-2.2-01'],
  needs: { features: ['cursor', 'filter', 'sort'], resource: 'User' },
  each: () => [{ name: 'ascending' }, { name: 'descending' }],

  async act(act) {
    const { made, ask } = await pagedUsers(act)
    const query = { sortBy: 'userName', sortOrder: act.of.name, count: COUNT }
    return { made, pages: await walk(act, (cursor) => ask(cursor, query)) }
  },

  judge({ made, pages }, claim, { of }) {
    const ids = made.map(createdId)
    const expected = of.name === 'ascending' ? ids : ids.reverse()
    const actual = pages.flatMap(idsIn)
    claim('RFC9865-2.2-01', pages.at(-1) as Exchange)
      .status(200)
      .holds(sameJson(actual, expected), { what: 'ids on all pages, in order', expected, actual })
  },

  counterexample: ({ made, pages }) => {
    const [first, ...rest] = pages as [Exchange, ...Exchange[]]
    const body = {
      Resources: idsIn(first)
        .reverse()
        .map((id) => ({ id })),
    }
    return { made, pages: [answering(first, { body }), ...rest] }
  },
})
