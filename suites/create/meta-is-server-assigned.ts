import { bodyOf, defineCheck } from '#check'
import { answering, member } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

const FORGED = {
  resourceType: 'Forged',
  created: '1999-01-01T00:00:00Z',
  lastModified: '1999-01-01T00:00:00Z',
  location: 'https://elsewhere.example/Users/forged',
  version: 'W/"forged"',
}

export default defineCheck({
  id: 'create/meta-is-server-assigned',
  title: 'A meta sent with a create is ignored',
  proves: ['RFC7643-3.1-19', 'RFC7644-3.3-01', 'RFC7644-3.3-02'],
  needs: { resource: 'User' },
  breaks:
    '1Password SCIM bridge: creates were refused in two words of plain text (1Password/scim-examples#82). Cost: provisioning blocked.',

  async act(act) {
    const body = act.draft('User', { meta: { ...FORGED } })
    return createAndRead(act, 'User', body)
  },

  judge({ created, read }, claim) {
    claim('RFC7644-3.3-02', created).succeeds()
    claim('RFC7644-3.3-01', created).succeeds()
    // What may be written is taken beside what is ignored.
    for (const exchange of read) {
      const [sent, kept] = [created.request, { body: bodyOf(exchange) }].map(({ body }) =>
        String(member(body, 'userName')).toLowerCase(),
      )
      const detail = { expected: sent ?? null, actual: kept, pointer: '/userName' }
      claim('RFC7644-3.3-01', exchange).holds(kept === sent, detail)
    }
    for (const exchange of [created, ...read]) {
      const meta = member(exchange.response?.body, 'meta')
      for (const [name, forged] of Object.entries(FORGED)) {
        const actual = member(meta, name)
        // The date may come back in another spelling, the rest would come back as sent.
        const kept = typeof actual === 'string' && actual.startsWith(forged.replace(/T.*/, ''))
        claim('RFC7643-3.1-19', exchange).holds(!kept, {
          expected: 'the target’s own value',
          actual,
          pointer: `/meta/${name}`,
        })
      }
    }
  },

  counterexample: ({ created, read }) => [
    { created: answering(created, { status: 400 }), read: [] },
    { created, read: read.map((one) => answering(one, { body: { ...bodyOf(one), meta: { ...FORGED } } })) },
  ],
})
