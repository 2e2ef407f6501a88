import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

const FIRST = { givenName: 'Vennlig Lys', familyName: 'Furukongle' }
const LATER = { givenName: 'Vennlig Stille Lys', familyName: 'Furukongle-Åsen' }

export default defineCheck({
  id: 'fiks-2026/middle-names-stay',
  title: 'givenName keeps the middle names, familyName the surname',
  proves: ['fiks/F-41'],
  needs: { features: ['patch'], resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  async act({ given, send }) {
    const user = await given('User', { name: FIRST })
    const before = await send(get(user.path))
    const changed = await send(
      patch(
        user.path,
        { op: 'replace', path: 'name.givenName', value: LATER.givenName },
        { op: 'replace', path: 'name.familyName', value: LATER.familyName },
      ),
    )
    return { before, changed, after: await send(get(user.path)) }
  },

  judge({ before, changed, after }, claim) {
    claim('fiks/F-41', before)
      .has('/name/givenName', FIRST.givenName)
      .has('/name/familyName', FIRST.familyName)
    claim('fiks/F-41', changed).succeeds()
    claim('fiks/F-41', after)
      .has('/name/givenName', LATER.givenName)
      .has('/name/familyName', LATER.familyName)
  },

  counterexample: ({ before, ...seen }) => ({
    ...seen,
    before: answering(before, {
      body: {
        ...bodyOf(before),
        name: { givenName: 'Vennlig', middleName: 'Lys', familyName: 'Furukongle' },
      },
    }),
  }),
})
