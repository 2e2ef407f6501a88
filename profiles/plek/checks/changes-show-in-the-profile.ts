import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'

const TITLE = 'Virksomhetsleder'

export default defineCheck({
  id: 'plek/changes-show-in-the-profile',
  title: 'A change of a mapped field shows in the profile',
  proves: ['plek/PL-05'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  async act({ given, send, eventually }) {
    const user = await given('User', { title: 'Sykepleier' })
    const changed = await send(patch(user.path, { op: 'replace', path: 'title', value: TITLE }))
    return { changed, after: await eventually(get(user.path), (seen) => bodyOf(seen)?.title === TITLE) }
  },

  judge({ changed, after }, claim) {
    claim('plek/PL-05', changed).succeeds()
    const actual = bodyOf(after)?.title
    const same = String(actual).toLowerCase() === TITLE.toLowerCase()
    claim('plek/PL-05', after).status(200).holds(same, { expected: TITLE, actual, pointer: '/title' })
  },

  counterexample: ({ changed, after }) => ({
    changed,
    after: answering(after, { body: { ...bodyOf(after), title: 'Sykepleier' } }),
  }),
})
