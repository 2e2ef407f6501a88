import { bodyOf, defineCheck, get, reading } from '#check'
import { answering } from '#scim'
import { whereOptional } from './optional.part.ts'

export default defineCheck({
  id: 'projection/unknown-name-is-ignored',
  title: 'A name in attributes that nobody knows takes nothing away',
  proves: ['RFC7644-3.9-05'],
  needs: { resource: 'User', attributes: ['displayName'] },

  each: (facts) => whereOptional(facts, ['displayName'], [{ name: '' }]),

  async act({ shared, send }) {
    const user = await shared('User')
    return { cut: await send(get(user.path, { attributes: 'userName,scimTestUnknown' })) }
  },

  judge({ cut }, claim) {
    claim('RFC7644-3.9-05', cut).status(200, reading('AMB-087/400-for-unknown', 400))
    if (cut.response?.status === 200)
      claim('RFC7644-3.9-05', cut).has('/id').has('/userName').lacks('/displayName')
  },

  counterexample: ({ cut }) => [
    { cut: answering(cut, { status: 500 }) },
    { cut: answering(cut, { body: { ...bodyOf(cut), displayName: 'everything' } }) },
  ],
})
