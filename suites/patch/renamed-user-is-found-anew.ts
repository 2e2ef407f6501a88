import { bodyOf, defineCheck, get, idsIn, patch, unlessRefused } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/renamed-user-is-found-anew',
  title: 'PATCH of userName: found by the new name and no more by the old',
  proves: ['RFC7644-3.5.2.3-02', 'RFC7643-3.1-07'],
  needs: { features: ['patch', 'filter'], resource: 'User' },
  breaks: 'A look-up index kept the old name (INC-116): the next sign-in or match finds the wrong record.',

  async act({ endpoint, eventually, given, notOffered, person, send }) {
    const user = await given('User')
    const { userName } = person()
    const renamed = await send(patch(user.path, { op: 'replace', path: 'userName', value: userName }))
    const after = await send(get(user.path))
    const by = (name: unknown) => get(endpoint('User'), { filter: `userName eq ${JSON.stringify(name)}` })
    const found = await eventually(by(userName), (list) => idsIn(list).includes(user.id))
    await unlessRefused({ send, notOffered }, found)
    const old = await eventually(by(user.sent.userName), (list) => !idsIn(list).includes(user.id))
    return { created: user.created, renamed, after, found, old }
  },

  judge({ created, renamed, after, found, old }, claim) {
    const id = String(bodyOf(created)?.id ?? bodyOf(after)?.id)
    claim('RFC7644-3.5.2.3-02', renamed).succeeds()
    claim('RFC7643-3.1-07', after).status(200).has('/id', id)
    const [now, before] = [idsIn(found), idsIn(old)]
    claim('RFC7644-3.5.2.3-02', found).holds(now.includes(id), {
      what: 'ids found by the new userName',
      expected: [id],
      actual: now,
    })
    claim('RFC7644-3.5.2.3-02', old).holds(!before.includes(id), {
      what: 'ids found by the old userName',
      expected: `without ${id}`,
      actual: before,
    })
  },

  counterexample: ({ after, found, old, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), id: 'another' } }),
    found: old,
    old: found,
  }),
})
