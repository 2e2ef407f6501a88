import { bodyOf, defineCheck, get, patch, pointTo, reading } from '#check'

export default defineCheck({
  id: 'fiks-current/resources-live-and-die',
  title: 'Users and groups are made, changed by PATCH and deleted',
  proves: ['fiks/F-60'],
  needs: { features: ['patch'], resource: ['User', 'Group'] },

  each: () => [{ name: 'User' }, { name: 'Group' }],

  async act({ given, send, mark, of }) {
    const { path, created } = await given(of.name)
    const operation = { op: 'replace', path: 'displayName', value: mark('Ny') }
    const changed = await send(patch(path, operation))
    const after = await send(get(path))
    const deleted = await send({ method: 'DELETE', path })
    return { created, changed, after, deleted, gone: await send(get(path)) }
  },

  judge({ created, changed, after, deleted, gone }, claim) {
    const expected = pointTo(changed.request.body, '/Operations/0/value') ?? null
    const actual = bodyOf(after)?.displayName
    claim('fiks/F-60', created).status(201)
    claim('fiks/F-60', changed).succeeds()
    claim('fiks/F-60', after).holds(String(actual).toLowerCase() === String(expected).toLowerCase(), {
      expected,
      actual,
      pointer: '/displayName',
    })
    claim('fiks/F-60', deleted).status(204, reading('AMB-095/200', 200))
    claim('fiks/F-60', gone).status(404)
  },

  counterexample: ({ gone, ...seen }) => ({ ...seen, gone: seen.after }),
})
