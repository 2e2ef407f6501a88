import { bodyOf, defineCheck } from '#check'
import { answering } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

export default defineCheck({
  id: 'create/null-and-empty-are-unassigned',
  title: 'null and [] in a create leave the attribute unassigned',
  proves: ['RFC7643-2.5-01', 'RFC7643-2.5-02'],
  needs: { resource: 'User' },

  each: ({ schemas }) => {
    const published = new Set(schemas.flatMap(({ attributes }) => attributes.map(({ name }) => name)))
    const cases = [
      { name: 'nickName', empty: null },
      { name: 'title', empty: null },
      { name: 'phoneNumbers', empty: [] },
      { name: 'addresses', empty: null },
    ]
    return cases.filter(({ name }) => published.has(name))
  },

  async act(act) {
    const { of, draft } = act
    const body = draft('User', { [of.name]: of.empty ?? null })
    return createAndRead(act, 'User', body)
  },

  judge({ created, read }, claim, { of }) {
    claim('RFC7643-2.5-01', created).succeeds().lacks(`/${of.name}`)
    claim('RFC7643-2.5-02', created).succeeds()
    for (const exchange of read) claim('RFC7643-2.5-02', exchange).status(200).lacks(`/${of.name}`)
  },

  counterexample: ({ created, read }, { of }) => [
    { created: answering(created, { status: 400 }), read: [] },
    { created, read: read.map((one) => answering(one, { body: { ...bodyOf(one), [of.name]: 'null' } })) },
  ],
})
