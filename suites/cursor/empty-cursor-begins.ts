import { bodyOf, defineCheck, idsIn } from '#check'
import { answering, sameJson, URN } from '#scim'
import { COUNT, nextOf, pagedUsers } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/empty-cursor-begins',
  title: 'An empty cursor asks for the first page',
  proves: ['RFC9865-2-02'],
  needs: { features: ['cursor', 'filter'], resource: 'User' },

  async act(act) {
    const { list, ask } = await pagedUsers(act)
    const query = { ...(act.facts.features.sort.offered ? { sortBy: 'userName' } : {}), count: COUNT }
    const plain = list(query)
    return {
      empty: await act.send(ask('', query)),
      // As in the example of RFC 9865.
      bare: await act.send({ ...plain, path: `${plain.path}&cursor` }),
    }
  },

  judge({ empty, bare }, claim, { facts }) {
    claim('RFC9865-2-02', empty).status(200).has('/nextCursor').has('/Resources/0')
    // AMBIGUOUS: AMB-108: frameworks drop a parameter without a value.
    const ignored = nextOf(bare) === undefined ? { reading: 'AMB-108/bare-cursor-ignored' as const } : {}
    claim('RFC9865-2-02', bare)
      .status(200)
      .holds(true, {
        expected: 'a cursor',
        actual: bodyOf(bare)?.nextCursor,
        pointer: '/nextCursor',
        ...ignored,
      })
    if (!facts.features.sort.offered) return
    const [expected, actual] = [idsIn(empty), idsIn(bare)]
    const fits = sameJson(actual, expected)
    claim('RFC9865-2-02', bare).holds(fits, { what: 'ids on the first page', expected, actual })
  },

  counterexample: ({ empty, bare }) => {
    const error = { schemas: [URN.error], status: '400', scimType: 'invalidCursor' }
    return { empty: answering(empty, { status: 400, body: error }), bare }
  },
})
