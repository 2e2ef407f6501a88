import { defineCheck } from '#check'
import { answering, URN } from '#scim'
import { deleteUser } from './deletion.part.ts'

export default defineCheck({
  id: 'delete/then-answers-404',
  title: 'After a DELETE every operation on the resource answers 404',
  proves: ['RFC7644-3.6-02', 'RFC7644-3.12-02'],
  needs: { resource: 'User' },

  each: ({ features }) => [
    { name: 'GET' },
    ...(features.put.offered ? [{ name: 'PUT' }] : []),
    ...(features.patch.offered ? [{ name: 'PATCH' }] : []),
    { name: 'DELETE' },
  ],

  async act(act) {
    const { of, send } = act
    const { user, gone } = await deleteUser(act)
    const Operations = [{ op: 'replace', path: 'userName', value: user.sent.userName ?? null }]
    const bodies = new Map([
      ['PUT', { body: user.sent }],
      ['PATCH', { body: { schemas: [URN.patchOp], Operations } }],
    ])
    const method = of.name as 'GET' | 'PUT' | 'PATCH' | 'DELETE'
    return { gone, after: await send({ method, path: user.path, ...bodies.get(method) }) }
  },

  judge({ after }, claim) {
    claim('RFC7644-3.6-02', after).status(404)
    claim('RFC7644-3.12-02', after).errorBody()
  },

  counterexample: ({ gone, after }) => ({
    gone,
    after: answering(after, { status: 200, body: { id: '1', active: false } }),
  }),
})
