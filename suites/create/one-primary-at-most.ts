import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, member } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

export default defineCheck({
  id: 'create/one-primary-at-most',
  title: 'Two primary e-mail addresses are refused or made one',
  proves: ['RFC7643-2.4-04'],
  needs: { resource: 'User', attributes: ['emails.value', 'emails.primary'] },

  async act(act) {
    const { draft, person } = act
    const emails = ['work', 'home'].map((type) => ({ value: person().email, type, primary: true }))
    return createAndRead(act, 'User', draft('User', { emails }))
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
