import { bodyOf, defineCheck } from '#check'
import { answering, member } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

export default defineCheck({
  id: 'create/long-values-are-kept-or-refused',
  title: 'A long value is kept whole or refused, never cut',
  proves: ['RFC7643-2.3.1-01', 'RFC7644-3.12-01'],
  needs: { resource: 'User', attributes: ['displayName'] },

  async act(act) {
    const displayName = `${'Áilu Čáhppes '.repeat(23)}slutt`
    return createAndRead(act, 'User', act.draft('User', { displayName }))
  },

  judge({ created, read }, claim) {
    claim('RFC7644-3.12-01', created).status(200, 201, 400, 413, 422)
    claim('RFC7643-2.3.1-01', created).status(200, 201, 400, 413, 422)
    const sent = String(member(created.request.body, 'displayName'))
    for (const exchange of read) {
      const actual = member(bodyOf(exchange), 'displayName')
      const whole = String(actual).normalize('NFC').toLowerCase() === sent.toLowerCase()
      claim('RFC7643-2.3.1-01', exchange).holds(whole, { expected: sent, actual, pointer: '/displayName' })
    }
  },

  counterexample: ({ created, read }) => [
    { created: answering(created, { status: 500 }), read: [] },
    {
      created,
      read: read.map((one) =>
        answering(one, {
          body: { ...bodyOf(one), displayName: String(bodyOf(one)?.displayName).slice(0, 255) },
        }),
      ),
    },
  ],
})
