import { bodyOf, createdId, defineCheck, elementsOf, get, isSuccess, patch } from '#check'
import { answering, type Exchange, member, withQuery } from '#scim'
import { isOptional } from './optional.part.ts'

export default defineCheck({
  id: 'projection/attributes-select-on-answers-to-writes',
  title: 'attributes on a create or PUT cuts the answer, not the write',
  proves: ['RFC7644-3.9-04', 'RFC7644-3.9-05', 'RFC7644-3.9-08'],
  needs: { resource: 'User', attributes: ['displayName', 'emails'] },
  breaks: 'What the answer leaves out must not be left out of the record: silent loss of data',

  each: ({ features }) => [
    { name: 'POST' },
    ...(features.put.offered ? [{ name: 'PUT' }] : []),
    ...(features.patch.offered ? [{ name: 'PATCH' }] : []),
  ],

  async act({ of, draft, endpoint, given, mark, send, blocked }) {
    if (of.name === 'POST') {
      const cut = await send({
        method: 'POST',
        path: withQuery(endpoint('User'), { attributes: 'userName' }),
        body: draft('User'),
      })
      const id = encodeURIComponent(createdId(cut) ?? blocked('the POST gave no id to go on with'))
      return { before: [], cut: [cut], without: [], read: await send(get(`${endpoint('User')}/${id}`)) }
    }
    const user = await given('User')
    const write = (query: Record<string, string>) => {
      const path = withQuery(user.path, query)
      const value = mark('endret')
      if (of.name === 'PATCH') return send(patch(path, { op: 'replace', path: 'displayName', value }))
      return send({ method: 'PUT', path, body: user.sent })
    }
    const without = [await write({ excludedAttributes: 'emails' })]
    // The last write decides what is read.
    const cut = of.name === 'PUT' ? [await write({ attributes: 'userName' })] : []
    return { before: [user.created], cut, without, read: await send(get(user.path)) }
  },

  judge({ before, cut, without, read }, claim, { facts }) {
    const had = (before as Exchange[]).some((one) => elementsOf(bodyOf(one), 'emails').length > 0)
    for (const row of ['RFC7644-3.9-04', 'RFC7644-3.9-05', 'RFC7644-3.9-08'] as const) {
      claim(row, read).status(200).has('/displayName')
      if (had) claim(row, read).has('/emails')
    }
    for (const one of cut as Exchange[]) {
      claim('RFC7644-3.9-05', one).succeeds()
      claim('RFC7644-3.9-04', one).succeeds()
      // That there is no body is for others to judge.
      if (isSuccess(one) && one.response?.body === undefined) continue
      claim('RFC7644-3.9-05', one).has('/id').has('/userName')
      for (const name of ['displayName', 'emails', 'name'].filter((name) => isOptional(facts, name)))
        claim('RFC7644-3.9-04', one).lacks(`/${name}`)
    }
    for (const one of without as Exchange[]) {
      claim('RFC7644-3.9-08', one).succeeds()
      if (member(one.response?.body, 'id') === undefined) continue
      if (isOptional(facts, 'emails')) claim('RFC7644-3.9-08', one).lacks('/emails')
      claim('RFC7644-3.9-08', one).has('/userName').has('/displayName')
    }
  },

  counterexample: ({ before, cut, without, read }) => {
    const whole = bodyOf(read)
    return [
      { before, cut: cut.map((one) => answering(one, { body: whole })), without, read },
      { before, cut, without: without.map((one) => answering(one, { body: whole })), read },
      {
        before,
        cut,
        without,
        read: answering(read, { body: { ...whole, displayName: null, emails: [] } }),
      },
    ]
  },
})
