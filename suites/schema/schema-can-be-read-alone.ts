import { bodyOf, defineCheck, get } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'schema/schema-can-be-read-alone',
  title: 'A schema is found below /Schemas by its URI',
  proves: ['RFC7644-4-05', 'RFC7644-4-08', 'RFC7643-7-08'],
  needs: { features: ['schemas'] },
  each: ({ schemas }) => schemas.map(({ id }) => ({ name: id })),

  async act({ send, of }) {
    return { list: await send(get('/Schemas')), alone: await send(get(`/Schemas/${encodeURI(of.name)}`)) }
  },

  judge({ alone }, claim, { of }) {
    const body = bodyOf(alone)
    const single = body !== undefined && !Object.hasOwn(body, 'Resources')
    const actual = member(body, 'id')
    const same = String(actual).toLowerCase() === of.name.toLowerCase()
    const detail = { expected: of.name, actual, pointer: '/id' }
    claim('RFC7644-4-05', alone).status(200).holds(same, detail)
    claim('RFC7643-7-08', alone).holds(same, detail)
    claim('RFC7644-4-08', alone).holds(single, { expected: 'one object', actual: alone.response?.body })
  },

  counterexample: ({ list, alone }) => [
    { list, alone: answering(alone, { body: bodyOf(list) ?? {} }) },
    { list, alone: answering(alone, { status: 404, body: { schemas: [URN.error], status: '404' } }) },
  ],
})
