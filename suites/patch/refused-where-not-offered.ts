import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { OLD } from './values.part.ts'

export default defineCheck({
  id: 'patch/refused-where-not-offered',
  title: 'Where PATCH is not supported it is refused and changes nothing',
  proves: ['RFC7644-3.5.2-01', 'RFC7644-3.12-18'],
  needs: { resource: 'User', attributes: ['title'] },
  // That there is no PATCH is known only where the service says so itself.
  each: ({ features }) =>
    features.serviceProviderConfig.offered && !features.patch.offered ? [{ name: '' }] : [],

  async act({ given, send }) {
    const user = await given('User', { title: OLD })
    const sent = await send(patch(user.path, { op: 'replace', path: 'title', value: '24-7' }))
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    const router = [403, 404, 405].map((status) => reading('AMB-038/router', status))
    claim('RFC7644-3.12-18', sent).status(501, ...router)
    claim('RFC7644-3.5.2-01', after).has('/title', OLD)
  },

  counterexample: ({ sent, after }) => ({
    sent: answering(sent, { status: 200 }),
    after: answering(after, { body: { ...bodyOf(after), title: '24-7' } }),
  }),
})
