import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering } from '#scim'

const POINTERS = ['/name/givenName', '/name/familyName']

export default defineCheck({
  id: 'ks-kunnskap/names-come-back',
  title: 'Given and family name come back as they were sent',
  proves: ['kunnskap/K-05'],
  needs: { resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  each: () => [
    { name: 'norwegian', givenName: 'Ærlig', familyName: 'Ørret-Åsen' },
    { name: 'sami', givenName: 'Áhcefas Giđđa', familyName: 'Ruoŧŧačáhci' },
    { name: 'without-display-name', givenName: 'Kvikk', familyName: 'Måneskinn' },
  ],

  async act({ given, send, of }) {
    const user = await given('User', { name: { givenName: of.givenName, familyName: of.familyName } })
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    for (const pointer of POINTERS) {
      const expected = String(pointTo(created.request.body, pointer)).normalize('NFC')
      const actual = pointTo(bodyOf(after), pointer)
      const same = String(actual).normalize('NFC') === expected
      claim('kunnskap/K-05', after).holds(same, { expected, actual, pointer })
    }
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, { body: { ...bodyOf(after), name: { formatted: '?rlig ?rret' } } }),
  }),
})
