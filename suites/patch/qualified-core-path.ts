import { bodyOf, defineCheck, get, patch, resourceTypeOf } from '#check'
import { answering, URN } from '#scim'
import { reads } from './values.part.ts'

export default defineCheck({
  id: 'patch/qualified-core-path',
  title: 'PATCH takes a core attribute by its full name with the URN',
  proves: ['RFC7644-3.5.2-14', 'RFC7644-3.10-01', 'RFC7644-3.10-04'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['title', 'name.givenName', 'name.familyName'],
  },
  breaks:
    'Zulip: only short names were matched, so roles from Entra never arrived (zulip/zulip#39773). Cost: wrong access.',

  async act({ facts, given, send }) {
    const user = await given('User', { name: { givenName: 'Anna', familyName: 'Berg' } })
    const urn = resourceTypeOf(facts, 'User')?.schema ?? URN.user
    const title = await send(patch(user.path, { op: 'add', path: `${urn}:title`, value: '24-7' }))
    const name = { op: 'replace', path: `${urn}:name.familyName`, value: 'Dal' }
    return { title, name: await send(patch(user.path, name)), after: await send(get(user.path)) }
  },

  judge({ title, name, after }, claim) {
    claim('RFC7644-3.5.2-14', title).succeeds()
    claim('RFC7644-3.5.2-14', name).succeeds()
    claim('RFC7644-3.10-01', after).has('/title', '24-7')
    claim('RFC7644-3.10-04', after)
      .holds(...reads(after, '/name/familyName', 'Dal'))
      .holds(...reads(after, '/name/givenName', 'Anna'))
  },

  counterexample: ({ title, name, after }) => ({
    title: answering(title, { status: 400 }),
    name,
    after: answering(after, { body: { ...bodyOf(after), title: null, name: 'Dal' } }),
  }),
})
