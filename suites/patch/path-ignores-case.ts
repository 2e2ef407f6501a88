import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, URN } from '#scim'
import { reads } from './values.part.ts'

export default defineCheck({
  id: 'patch/path-ignores-case',
  title: 'PATCH matches attribute names in a path without regard to case',
  proves: ['RFC7644-3.5.2-14', 'RFC7644-3.10-05'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'name.givenName', 'nickName'] },

  async act({ given, send }) {
    const { path: user } = await given('User')
    const set = (path: string, value: string) => send(patch(user, { op: 'add', path, value }))
    const replaced = [
      await set('TITLE', '24-7'),
      await set('NAME.GIVENNAME', 'Anna'),
      await set(`${URN.user.toUpperCase()}:NICKNAME`, '12-3'),
    ]
    return { replaced, after: await send(get(user)) }
  },

  judge({ replaced, after }, claim) {
    for (const one of replaced) claim('RFC7644-3.5.2-14', one).succeeds()
    claim('RFC7644-3.10-05', after)
      .holds(...reads(after, '/title', '24-7'))
      .holds(...reads(after, '/name/givenName', 'Anna'))
      .holds(...reads(after, '/nickName', '12-3'))
  },

  counterexample: ({ replaced, after }) => ({
    replaced: replaced.map((one) => answering(one, { status: 400 })),
    after: answering(after, { body: { ...bodyOf(after), title: null, name: null } }),
  }),
})
