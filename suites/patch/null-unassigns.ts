import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/null-unassigns',
  title: 'PATCH replace with null or an empty array unassigns',
  proves: ['RFC7643-2.5-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'phoneNumbers.type'] },

  each: () => [
    { name: 'title', value: null },
    { name: 'phoneNumbers', value: [] },
  ],

  async act({ given, send, person, of }) {
    const phoneNumbers = [{ value: person().phone, type: 'work' }]
    const user = await given('User', { title: '12-3', phoneNumbers })
    const sent = await send(patch(user.path, { op: 'replace', path: of.name, value: of.value }))
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim, { of }) {
    claim('RFC7643-2.5-02', sent).status(200, 204, reading('AMB-058/400', 400))
    if (sent.response?.status !== 400) claim('RFC7643-2.5-02', after).status(200).lacks(`/${of.name}`)
  },

  counterexample: ({ sent, after }, { of }) => [
    { sent: answering(sent, { status: 500 }), after },
    { sent, after: answering(after, { body: { ...bodyOf(after), [of.name]: 'null' } }) },
  ],
})
