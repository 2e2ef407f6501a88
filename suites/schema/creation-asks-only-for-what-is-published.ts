import { defineCheck } from '#check'
import { answering } from '#scim'

const REFUSALS = [400, 403, 409, 422]

export default defineCheck({
  id: 'schema/creation-asks-only-for-what-is-published',
  title: 'A new resource that meets the published schemas is accepted',
  proves: ['practice/asks-only-for-what-it-publishes'],
  needs: { features: ['schemas'] },
  breaks: 'A rule that no client can read stops every identity provider at its first joiner',
  each: ({ resourceTypes }) => resourceTypes.map(({ name, endpoint }) => ({ name, endpoint })),

  async act({ of, endpoint, published, send }) {
    return { created: await send({ method: 'POST', path: endpoint(of.name), body: published(of.name) }) }
  },

  judge({ created }, claim) {
    // Whether creation works at all is asked elsewhere; here only a refusal of this very body counts.
    const status = created.response?.status
    claim('practice/asks-only-for-what-it-publishes', created).holds(!REFUSALS.includes(status ?? 0), {
      what: 'status of a new resource as published',
      expected: 201,
      actual: status,
    })
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 400 }) }),
})
