import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/one-primary-at-most',
  title: 'Two primary e-mail addresses are refused or made one',
  proves: ['RFC7643-2.4-04'],
  needs: { resource: 'User', attributes: ['emails.value', 'emails.primary'] },

  async act({ draft, person, endpoint, send }) {
    const emails = ['work', 'home'].map((type) => ({ value: person().email, type, primary: true }))
    const created = await send({ method: 'POST', path: endpoint('User'), body: draft('User', { emails }) })
    const id = member(created.response?.body, 'id')
    const path = `${endpoint('User')}/${encodeURIComponent(String(id))}`
    return { created, read: typeof id === 'string' ? [await send(get(path))] : [] }
  },

  judge({ created, read }, claim) {
    claim('RFC7643-2.4-04', created).status(200, 201, 400, 422)
    for (const exchange of read) {
      const emails = elementsOf(bodyOf(exchange), 'emails')
      const primary = emails.filter((email) => member(email, 'primary') === true)
      claim('RFC7643-2.4-04', exchange).holds(primary.length <= 1, {
        expected: 'at most one primary',
        actual: emails,
        pointer: '/emails',
      })
    }
  },

  counterexample: ({ created }) => {
    const emails = elementsOf(bodyOf(created), 'emails')
    const both = answering(created, {
      status: 201,
      body: { id: '1', emails: [...emails, { primary: true }, { primary: true }] },
    })
    return { created: both, read: [both] }
  },
})
