import { bodyOf, defineCheck } from '#check'
import { answering } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

export default defineCheck({
  id: 'create/external-id-is-not-invented',
  title: 'A resource created without externalId has none',
  proves: ['RFC7643-3.1-13', 'RFC7643-3.1-17'],

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act(act) {
    const { of, draft } = act
    const { externalId: _, ...body } = draft(of.name)
    return createAndRead(act, of.name, body)
  },

  judge({ created, read }, claim) {
    claim('RFC7643-3.1-17', created).succeeds()
    for (const exchange of [created, ...read]) claim('RFC7643-3.1-13', exchange).lacks('/externalId')
  },

  counterexample: ({ created, read }) => [
    { created: answering(created, { status: 400 }), read: [] },
    { created, read: read.map((one) => answering(one, { body: { ...bodyOf(one), externalId: '1' } })) },
  ],
})
