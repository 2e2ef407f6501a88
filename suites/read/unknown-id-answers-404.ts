import { defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'read/unknown-id-answers-404',
  title: 'GET on an id that never existed answers 404 with an error body',
  proves: ['RFC7644-3.12-02', 'RFC7644-3.12-13'],

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, missing, send }) {
    return { read: await send(get(missing(of.name))) }
  },

  judge({ read }, claim) {
    claim('RFC7644-3.12-13', read).status(404)
    claim('RFC7644-3.12-02', read).errorBody()
  },

  counterexample: ({ read }) => ({ read: answering(read, { status: 200, body: { totalResults: 0 } }) }),
})
