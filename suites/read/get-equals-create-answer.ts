import { bodyOf, defineCheck, get, sameState } from '#check'
import { answering, type JsonObject, member } from '#scim'

export default defineCheck({
  id: 'read/get-equals-create-answer',
  title: 'GET right after a create gives what the create answered',
  proves: ['RFC7644-3.1-08', 'RFC7644-3.4.1-01', 'RFC7644-3.4.1-02'],

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, given, send, notOffered }) {
    const made = await given(of.name)
    // That there is none is for another check to judge.
    if (!bodyOf(made.created))
      notOffered('the create answered without a body, so there is nothing to compare')
    return { created: made.created, read: await send(get(made.path)) }
  },

  judge({ created, read }, claim, { facts }) {
    const attributes = facts.schemas.flatMap((schema) => schema.attributes)
    // What is returned on request only shows in the answer to the write that sets it.
    const asked = new Set(attributes.filter(({ returned }) => returned === 'request').map(({ name }) => name))
    const sent = Object.keys((created.request.body ?? {}) as JsonObject)
    claim('RFC7644-3.4.1-01', read)
      .status(200)
      .has('/id', member(bodyOf(created), 'id') ?? null)
    claim('RFC7644-3.4.1-02', read).status(200)
    for (const name of ['id', ...sent].filter((one) => one !== 'schemas' && !asked.has(one))) {
      const expected = member(bodyOf(created), name) ?? null
      const actual = member(bodyOf(read), name) ?? null
      claim('RFC7644-3.1-08', read).holds(sameState(actual, expected), {
        expected,
        actual,
        pointer: `/${name}`,
      })
    }
  },

  counterexample: ({ created, read }) => [
    { created, read: answering(read, { status: 404, body: { detail: 'not found' } }) },
    { created, read: answering(read, { body: { ...bodyOf(read), displayName: 'somebody else' } }) },
  ],
})
