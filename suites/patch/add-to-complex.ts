import { bodyOf, defineCheck, get, isUnassigned, patch, pointTo } from '#check'
import { answering } from '#scim'
import { reads } from './values.part.ts'

export default defineCheck({
  id: 'patch/add-to-complex',
  title: 'PATCH add to a complex attribute sets the sub-attributes given',
  proves: ['RFC7644-3.5.2.1-05'],
  needs: { features: ['patch'], resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  async act({ given, send }) {
    const user = await given('User', { name: { familyName: 'Berg' } })
    const value = { givenName: 'Anna' }
    const added = await send(patch(user.path, { op: 'add', path: 'name', value }))
    return { added, after: await send(get(user.path)) }
  },

  judge({ added, after }, claim) {
    claim('RFC7644-3.5.2.1-05', added).succeeds()
    claim('RFC7644-3.5.2.1-05', after).holds(...reads(after, '/name/givenName', 'Anna'))
    // Whether an object is merged or put in the place of the old one is nowhere said of add.
    const familyName = pointTo(bodyOf(after), '/name/familyName')
    if (isUnassigned(familyName))
      claim('RFC7644-3.5.2.1-05', after).holds(true, {
        expected: 'Berg',
        actual: familyName,
        pointer: '/name/familyName',
        reading: 'AMB-055/others-lost',
      })
  },

  counterexample: ({ added, after }) => ({
    added,
    after: answering(after, { body: { ...bodyOf(after), name: { familyName: 'Berg' } } }),
  }),
})
