import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'discovery/resource-type-can-be-read-alone',
  title: 'One resource type is answered as an object, not as a list',
  proves: ['RFC7644-4-08'],
  needs: { features: ['resourceTypes'] },
  each: ({ resourceTypes }) => resourceTypes.map(({ name }) => ({ name })),

  async act({ send, of, blocked }) {
    const list = await send(get('/ResourceTypes'))
    const type = resourcesIn(list).find((one) => member(one, 'name') === of.name)
    // Without an id there is no address for it (AMB-009).
    const id = member(type, 'id')
    if (typeof id !== 'string') return blocked(`/ResourceTypes gives ${of.name} no id to ask for`)
    return { list, alone: await send(get(`/ResourceTypes/${encodeURIComponent(id)}`)) }
  },

  judge({ alone }, claim, { of }) {
    const body = bodyOf(alone)
    const single = body !== undefined && !Object.hasOwn(body, 'Resources')
    claim('RFC7644-4-08', alone)
      .status(200)
      .holds(single, { expected: 'one object', actual: alone.response?.body })
      .has('/name', of.name)
  },

  counterexample: ({ list, alone }) => [
    { list, alone: answering(alone, { status: 404, body: { schemas: [URN.error], status: '404' } }) },
    { list, alone: answering(alone, { body: bodyOf(list) ?? {} }) },
  ],
})
