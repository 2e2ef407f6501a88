import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'schema/id-is-there-whatever-is-asked-for',
  title: 'A schema shows its id even where only its name is asked for',
  proves: ['RFC7643-7-03'],
  needs: { features: ['schemas'] },
  each: ({ schemas }) => schemas.slice(0, 1).map(({ id }) => ({ name: id })),

  act: async ({ send, of }) => ({
    schema: await send(get(`/Schemas/${encodeURI(of.name)}`, { attributes: 'name' })),
  }),

  judge({ schema }, claim) {
    claim('RFC7643-7-03', schema).status(200).has('/id')
  },

  counterexample: ({ schema }) => {
    const { name = 'User' } = bodyOf(schema) ?? {}
    return { schema: answering(schema, { body: { name } }) }
  },
})
