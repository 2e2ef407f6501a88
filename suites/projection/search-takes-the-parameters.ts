import { bodyOf, defineCheck, idsIn, resourcesIn } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'projection/search-takes-the-parameters',
  title: 'A search by POST returns what attributes in its body names',
  proves: ['RFC7644-3.4.3-05', 'RFC7644-3.4.3-06'],
  needs: { resource: 'User', features: ['search', 'filter'], attributes: ['displayName', 'name.familyName'] },

  // A target may publish more than the id as always returned; then this shows nothing.
  each: ({ schemas }) => {
    const core = schemas.find(({ id }) => id === URN.user)?.attributes ?? []
    const names = ['displayName']
    const isOptional = names.every((name) => core.find((one) => one.name === name)?.returned === 'default')
    return isOptional ? [{ name: '' }] : []
  },

  async act({ given, endpoint, send }) {
    const user = await given('User')
    const filter = `userName eq "${String(user.sent.userName)}"`
    const attributes = [`${URN.user}:userName`, 'name.familyName']
    const body = { schemas: [URN.searchRequest], filter, attributes }
    const list = await send({ method: 'POST', path: `${endpoint('User')}/.search`, body })
    return { created: user.created, list }
  },

  judge({ created, list }, claim) {
    const id = member(bodyOf(created), 'id')
    const at = Math.max(
      0,
      resourcesIn(list).findIndex((one) => member(one, 'id') === id),
    )
    claim('RFC7644-3.4.3-05', list)
      .status(200)
      .has(`/Resources/${at}/id`)
      .lacks(`/Resources/${at}/displayName`)
    claim('RFC7644-3.4.3-06', list).has(`/Resources/${at}/userName`).has(`/Resources/${at}/name/familyName`)
  },

  counterexample: ({ created, list }) => {
    const Resources = idsIn(list).map((id) => ({ id, displayName: 'everything' }))
    return { created, list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
