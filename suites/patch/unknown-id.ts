import { defineCheck, get, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'patch/unknown-id',
  title: 'PATCH of an id that does not exist answers 404 and makes nothing',
  proves: ['RFC7644-3.12-13'],
  needs: { features: ['patch'], resource: 'User', attributes: ['displayName'] },

  async act({ missing, send, mark }) {
    const path = missing('User')
    const operation = { op: 'replace', path: 'displayName', value: mark('nobody') }
    return { sent: await send(patch(path, operation)), after: await send(get(path)) }
  },

  judge({ sent, after }, claim) {
    claim('RFC7644-3.12-13', sent).status(404)
    claim('RFC7644-3.12-13', after).status(404)
  },

  counterexample: ({ sent, after }) => ({ sent: answering(sent, { status: 204, body: undefined }), after }),
})
