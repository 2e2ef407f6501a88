import { bodyOf, defineCheck, get } from '#check'
import { answering, withQuery } from '#scim'
import { isOptional } from './optional.part.ts'

export default defineCheck({
  id: 'projection/attributes-select-on-answers-to-writes',
  title: 'attributes on a create or PUT cuts the answer, not the write',
  proves: ['RFC7644-3.9-04', 'RFC7644-3.9-05'],
  needs: { resource: 'User', attributes: ['displayName', 'emails'] },

  each: ({ features }) => [{ name: 'POST' }, ...(features.put.offered ? [{ name: 'PUT' }] : [])],

  async act({ of, draft, endpoint, given, send, blocked }) {
    const attributes = { attributes: 'userName' }
    const method = of.name === 'PUT' ? 'PUT' : 'POST'
    const user = of.name === 'PUT' ? await given('User') : undefined
    const path = withQuery(user?.path ?? endpoint('User'), attributes)
    const cut = await send({ method, path, body: user?.sent ?? draft('User') })
    const id = bodyOf(cut)?.id ?? user?.id
    if (cut.response?.body === undefined) blocked(`the ${of.name} answered without a body`)
    const read = await send(get(`${endpoint('User')}/${encodeURIComponent(String(id))}`))
    return { cut, read }
  },

  judge({ cut, read }, claim, { facts }) {
    claim('RFC7644-3.9-05', cut).succeeds().has('/id').has('/userName')
    claim('RFC7644-3.9-05', read).status(200).has('/displayName')
    claim('RFC7644-3.9-04', cut).succeeds()
    for (const name of ['displayName', 'emails', 'name'].filter((one) => isOptional(facts, one)))
      claim('RFC7644-3.9-04', cut).lacks(`/${name}`)
  },

  counterexample: ({ cut, read }) => [
    { cut: answering(cut, { body: bodyOf(read) }), read },
    { cut, read: answering(read, { body: { ...bodyOf(read), displayName: null } }) },
  ],
})
