import { bodyOf, defineCheck, get, idsIn, resourcesIn, sameState, search } from '#check'
import { answering, type Exchange, type JsonObject, member, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'search/answers-like-get',
  title: 'POST .search finds what GET finds with the same filter',
  proves: ['RFC7644-3.4-02', 'RFC7644-3.4.3-03', 'RFC7644-3.4.3-10', 'RFC7644-3.4.3-18'],
  needs: { features: ['filter', 'search'], resource: 'User' },

  async act({ address, endpoint, eventually, send, shared, sharedMark }) {
    const made = await shared('User')
    await shared('User', { userName: address(sharedMark('annen')) })
    const filter = `userName eq ${JSON.stringify(made.sent.userName)}`
    const listed = await eventually(get(endpoint('User'), { filter }), (list) =>
      idsIn(list).includes(made.id),
    )
    return { listed, searched: await send(search(endpoint('User'), { filter })) }
  },

  judge({ listed, searched }, claim) {
    const [expected, actual] = [idsIn(listed), idsIn(searched)]
    claim('RFC7644-3.4.3-10', searched)
      .status(200)
      .has('/totalResults', 1)
      .holds(actual.length === 1 && sameJson(actual, expected), { what: 'ids found', expected, actual })
    const [one, same] = [listed, searched].map((list) => resourcesIn(list)[0]) as [JsonObject?, JsonObject?]
    for (const name of new Set([...Object.keys(one ?? {}), ...Object.keys(same ?? {})])) {
      const [there, here] = [member(one, name), member(same, name)]
      const detail = { expected: there ?? 'absent', actual: here, pointer: `/Resources/0/${name}` }
      for (const row of ['RFC7644-3.4-02', 'RFC7644-3.4.3-03'] as const)
        claim(row, searched).holds(sameState(here, there), detail)
    }
    for (const row of ['RFC7644-3.4-02', 'RFC7644-3.4.3-03'] as const) claim(row, searched).status(200)
    const schemas = bodyOf(searched)?.schemas
    claim('RFC7644-3.4.3-18', searched)
      .status(200)
      .holds(sameJson(schemas, [URN.listResponse]), {
        expected: [URN.listResponse],
        actual: schemas,
        pointer: '/schemas',
      })
  },

  counterexample: ({ listed, searched }) => {
    const everybody = { ...bodyOf(listed), totalResults: 2, Resources: [{ id: '1' }, { id: '2' }] }
    return [
      { listed, searched: answering(searched, { body: everybody }) },
      { listed, searched: answering(searched as Exchange, { status: 201, body: {} }) },
    ]
  },
})
