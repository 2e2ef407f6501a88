import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering, type Exchange } from '#scim'

const lastModified = (exchange: Exchange) => pointTo(bodyOf(exchange), '/meta/lastModified')
const instant = (exchange: Exchange) => Date.parse(String(lastModified(exchange)))

/** A change within the same second may well have the same time, so there are up to this many, 400 ms apart. */
const CHANGES = 5

export default defineCheck({
  id: 'patch/last-modified-moves',
  title: 'PATCH that changes something moves meta.lastModified',
  proves: ['RFC7643-3.1-23'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title'] },

  waits: 1_200,

  async act({ given, send, wait }) {
    const user = await given('User')
    const before = await send(get(user.path))
    let after = before
    for (let change = 1; change <= CHANGES && instant(after) === instant(before); change++) {
      await wait(400)
      await send(patch(user.path, { op: 'add', path: 'title', value: `24-${change}` }))
      after = await send(get(user.path))
    }
    return { before, after }
  },

  judge({ before, after }, claim) {
    claim('RFC7643-3.1-23', after)
      .has('/title')
      .holds(instant(after) > instant(before), {
        expected: `after ${lastModified(before)}`,
        actual: lastModified(after),
        pointer: '/meta/lastModified',
      })
  },

  counterexample: ({ before, after }) => ({
    before,
    after: answering(after, { body: { ...bodyOf(after), meta: bodyOf(before)?.meta ?? null } }),
  }),
})
