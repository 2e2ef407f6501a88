import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'projection/several-names-are-separated-by-commas',
  title: 'attributes and excludedAttributes take names with commas between',
  proves: ['RFC7644-3.9-06'],
  needs: { resource: 'User', attributes: ['displayName', 'active', 'emails'] },

  // A target may publish more than the id as always returned; then this shows nothing.
  each: ({ schemas }) => {
    const core = schemas.find(({ id }) => id === URN.user)?.attributes ?? []
    const names = ['emails', 'active']
    const isOptional = names.every((name) => core.find((one) => one.name === name)?.returned === 'default')
    return isOptional ? [{ name: '' }] : []
  },

  async act({ given, send }) {
    const user = await given('User')
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
