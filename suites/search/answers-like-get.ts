import { bodyOf, defineCheck, get, idsIn, resourcesIn, search } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'search/answers-like-get',
  title: 'POST .search finds what GET finds with the same filter',
  proves: ['RFC7644-3.4.3-03', 'RFC7644-3.4.3-10', 'RFC7644-3.4.3-18'],
  needs: { features: ['filter', 'search'], resource: 'User' },

  async act({ endpoint, eventually, given, send }) {
    const made = await given('User')
    await given('User')
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
    const shown = (list: Exchange) => Object.keys(resourcesIn(list)[0] ?? {}).sort()
    claim('RFC7644-3.4.3-03', searched).holds(sameJson(shown(searched), shown(listed)), {
      what: 'attributes of the user',
      expected: shown(listed),
      actual: shown(searched),
    })
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
      { listed, searched: answering(searched, { status: 201, body: {} }) },
    ]
  },
})
