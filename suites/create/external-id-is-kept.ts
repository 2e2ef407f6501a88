import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/external-id-is-kept',
  title: 'externalId is returned exactly as sent, letter case included',
  proves: ['RFC7643-3.1-01', 'RFC7643-3.1-12', 'RFC7643-7-24'],
  breaks: 'Entra looks Users up by externalId since early 2026 (ENT-061; OctopusDeploy/Issues#9841)',

  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (name === 'User' || name === 'Group' ? [{ name }] : [])),

  async act({ of, shared, sharedMark, send }) {
    const made = await shared(of.name, { externalId: sharedMark('00-AbCdE') })
    return { created: made.created, read: await send(get(made.path)) }
  },

  judge({ created, read }, claim) {
    const sent = member(created.request.body, 'externalId') ?? null
    claim('RFC7643-3.1-01', read).status(200).has('/id').has('/meta').has('/externalId')
    claim('RFC7643-3.1-12', read).has('/externalId')
    claim('RFC7643-7-24', read).has('/externalId', sent)
  },

  counterexample: ({ created, read }) => {
    const lower = String(member(created.request.body, 'externalId')).toLowerCase()
    return [
      { created, read: answering(read, { body: { ...bodyOf(read), externalId: lower } }) },
      { created, read: answering(read, { body: { ...bodyOf(read), externalId: null } }) },
    ]
  },
})
