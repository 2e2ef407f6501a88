import { defineCheck, get } from '#check'
import { answering } from '#scim'
import { NOBODY } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOnlyTheHit } from './found.part.ts'

export default defineCheck({
  id: 'filter/external-id-is-case-exact',
  title: 'A filter on externalId tells upper from lower case',
  proves: ['RFC7643-3.1-16'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ blocked, endpoint, eventually, send, shared, sharedMark }) {
    const externalId = `${sharedMark('AbC')}`
    const { id, body, created } = await shared('User', { externalId })
    if (body.externalId !== externalId) blocked('the target did not keep externalId as it was sent')
    const ask = (value: string) => get(endpoint('User'), { filter: `externalId eq "${value}"` })
    const exact = await eventually(ask(externalId), showsOrRefuses(id))
    return { user: created, exact, recased: await send(ask(externalId.replace('AbC', 'aBc'))) }
  },

  judge({ user, exact, recased }, claim) {
    findsOnlyTheHit(claim, ['RFC7643-3.1-16'], { user, hit: exact, miss: recased })
  },

  counterexample: ({ user, exact, recased }) => [
    { user, exact, recased: answering(recased, { body: exact.response?.body ?? {} }) },
    { user, exact: answering(exact, { body: NOBODY }), recased },
  ],
})
