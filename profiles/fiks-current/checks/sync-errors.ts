import { defineCheck } from '#check'
import { answering, isObject, type Json } from '#scim'

/** `errorId` helps support only: nobody can ask about an error without it. */
const TEXTS = ['error', 'errorId', 'message'] as const

function lacksIn(body: Json | undefined, status: number | undefined): string[] {
  if (!isObject(body)) return ['an object']
  return [
    ...TEXTS.filter((name) => typeof body[name] !== 'string'),
    ...(typeof body.timestamp === 'number' ? [] : ['timestamp']),
    ...(body.status === status ? [] : ['status']),
  ]
}

export default defineCheck({
  id: 'fiks-current/sync-errors',
  title: 'Errors of the streams are in the error model of Fiks',
  proves: ['fiks/S-31'],
  needs: { syncApi: true },

  async act({ feed }) {
    return { error: await feed.page('brukere', { after: await feed.now('brukere'), altered: true }) }
  },

  judge({ error }, claim) {
    const lacks = lacksIn(error.response?.body, error.response?.status)
    claim('fiks/S-31', error).holds(lacks.length === 0, {
      what: 'error body',
      expected: 'timestamp, status, error, errorId and message',
      actual: lacks.length === 0 ? 'all of them' : `no ${lacks.join(', no ')}`,
    })
  },

  counterexample: ({ error }) => ({ error: answering(error, { body: { status: '400', detail: 'No' } }) }),
})
