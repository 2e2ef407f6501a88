import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering, member, withQuery } from '#scim'
import { isOptional } from './optional.part.ts'

export default defineCheck({
  id: 'projection/attributes-make-patch-answer-200',
  title: 'PATCH with attributes answers 200 with what it names',
  proves: ['RFC7644-3.5.2-26', 'RFC7644-3.9-04'],
  needs: { resource: 'User', features: ['patch'], attributes: ['displayName', 'emails'] },

  async act({ given, mark, send }) {
    const user = await given('User')
    const path = withQuery(user.path, { attributes: 'userName' })
    const cut = await send(patch(path, { op: 'replace', path: 'displayName', value: mark('endret') }))
    return { before: user.created, cut, read: await send(get(user.path)) }
  },

  judge({ before, cut, read }, claim, { facts }) {
    const old = member(before.request.body, 'displayName') ?? null
    const now = member(bodyOf(read), 'displayName')
    claim('RFC7644-3.5.2-26', cut).status(200, reading('AMB-049/204-with-attributes', 204))
    if (cut.response?.status === 200) claim('RFC7644-3.5.2-26', cut).has('/id').has('/userName')
    claim('RFC7644-3.9-04', read).holds(now !== old, {
      expected: 'the new displayName',
      actual: now,
      pointer: '/displayName',
    })
    for (const name of ['displayName', 'emails', 'name'].filter((one) => isOptional(facts, one)))
      claim('RFC7644-3.9-04', cut).lacks(`/${name}`)
  },

  counterexample: ({ before, cut, read }) => [
    { before, cut: answering(cut, { status: 200, body: { ...bodyOf(read), id: null } }), read },
  ],
})
