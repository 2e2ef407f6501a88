import { defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { deleteUser } from './deletion.part.ts'

export default defineCheck({
  id: 'delete/then-answers-404',
  title: 'After a DELETE every operation on the resource answers 404',
  proves: ['RFC7644-3.6-02', 'RFC7644-3.12-02'],
  needs: { resource: 'User' },

  async act(act) {
    const { facts, send } = act
    const { user, gone } = await deleteUser(act)
    const { path, sent } = user
    const rename = { op: 'replace', path: 'userName', value: sent.userName ?? null }
    const { put, patch: patching } = facts.features
    const after = [
      await send(get(path)),
      ...(put.offered ? [await send({ method: 'PUT', path, body: sent })] : []),
      ...(patching.offered ? [await send(patch(path, rename))] : []),
      await send({ method: 'DELETE', path }),
      // None of these may have brought it back.
      await send(get(path)),
    ]
    return { gone, after }
  },

  judge({ after }, claim) {
    for (const exchange of after) {
      claim('RFC7644-3.6-02', exchange).status(404)
      claim('RFC7644-3.12-02', exchange).errorBody()
    }
  },

  counterexample: ({ gone, after }) =>
    after.map((wrong) => ({
      gone,
      after: after.map((one) =>
        one === wrong ? answering(one, { status: 200, body: { id: '1', active: false } }) : one,
      ),
    })),
})
