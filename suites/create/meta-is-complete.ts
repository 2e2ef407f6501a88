import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/meta-is-complete',
  title: 'A new resource has resourceType, created, lastModified, location',
  proves: ['RFC7643-3.1-02', 'RFC7643-3.1-18', 'RFC7644-3.3.1-01'],

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, shared, send }) {
    const { path } = await shared(of.name)
    return { read: await send(get(path)) }
  },

  judge({ read }, claim, { of }) {
    claim('RFC7643-3.1-02', read).status(200).has('/id').has('/meta')
    const returned = claim('RFC7643-3.1-18', read)
    for (const name of ['resourceType', 'created', 'lastModified', 'location']) returned.has(`/meta/${name}`)
    claim('RFC7644-3.3.1-01', read).has('/meta/resourceType', of.name)
  },

  counterexample: ({ read }) => [
    { read: answering(read, { body: { id: '1' } }) },
    { read: answering(read, { body: { ...bodyOf(read), meta: { resourceType: 'Person' } } }) },
  ],
})
