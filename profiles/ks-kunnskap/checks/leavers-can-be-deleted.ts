import { defineCheck, get, patch, reading } from '#check'

export default defineCheck({
  id: 'ks-kunnskap/leavers-can-be-deleted',
  title: 'A user that was deactivated can be deleted',
  proves: ['kunnskap/K-09'],
  needs: { features: ['patch'], resource: 'User', attributes: ['active'] },
  breaks: 'Who has left: deactivation alone does not take them out of the learning platform.',

  async act({ given, send }) {
    const user = await given('User', { active: true })
    const off = await send(patch(user.path, { op: 'replace', path: 'active', value: false }))
    const deleted = await send({ method: 'DELETE', path: user.path })
    return { off, deleted, gone: await send(get(user.path)) }
  },

  judge({ off, deleted, gone }, claim) {
    claim('kunnskap/K-09', off).succeeds()
    claim('kunnskap/K-09', deleted).status(204, reading('AMB-095/200', 200))
    claim('kunnskap/K-09', gone).status(404)
  },

  counterexample: ({ off, deleted }) => ({ off, deleted, gone: off }),
})
