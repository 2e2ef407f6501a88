import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering } from '#scim'
import { whereOptional } from './optional.part.ts'

export default defineCheck({
  id: 'projection/several-names-are-separated-by-commas',
  title: 'attributes and excludedAttributes take names with commas between',
  proves: ['RFC7644-3.9-06'],
  needs: { resource: 'User', attributes: ['displayName', 'active', 'emails'] },

  each: (facts) => whereOptional(facts, ['emails', 'active'], [{ name: '' }]),

  async act({ shared, send }) {
    const user = await shared('User')
    const full = await send(get(user.path))
    const asked = await send(get(user.path, { attributes: 'userName,displayName' }))
    return { full, asked, excluded: await send(get(user.path, { excludedAttributes: 'active,emails' })) }
  },

  judge({ full, asked, excluded }, claim) {
    const displayName = pointTo(bodyOf(full), '/displayName') ?? null
    claim('RFC7644-3.9-06', asked)
      .status(200)
      .has('/userName')
      .has('/displayName', displayName)
      .lacks('/emails')
    claim('RFC7644-3.9-06', excluded).status(200).has('/userName').lacks('/active').lacks('/emails')
  },

  counterexample: ({ full, asked, excluded }) => ({
    full,
    asked: answering(asked, { body: { id: '1', userName: 'only the first' } }),
    excluded,
  }),
})
