import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'entra/group-changes-without-a-path',
  title: 'PATCH without a path gives a group another externalId and name',
  proves: ['entra/validator-21', 'entra/validator-22'],
  needs: { features: ['patch'], resource: 'Group' },
  breaks:
    'Entra renames groups by an operation without a path; a lost name means rights for a group that is none any more',

  async act({ given, send, mark }) {
    const group = await given('Group', { externalId: mark('ekstern') })
    const linked = await send(patch(group.path, { op: 'replace', value: { externalId: mark('annen') } }))
    const first = await send(get(group.path))
    const renamed = await send(
      patch(group.path, { op: 'replace', value: { displayName: mark('Nytt navn') } }),
    )
    return { linked, first, renamed, second: await send(get(group.path)) }
  },

  judge({ linked, first, renamed, second }, claim) {
    const sent = '/Operations/0/value'
    claim('entra/validator-21', linked).status(200, 204)
    claim('entra/validator-21', first)
      .status(200)
      .has('/externalId', pointTo(linked.request.body, `${sent}/externalId`) ?? null)
    claim('entra/validator-22', renamed).status(200, 204)
    claim('entra/validator-22', second)
      .status(200)
      .has('/displayName', pointTo(renamed.request.body, `${sent}/displayName`) ?? null)
  },

  counterexample: ({ linked, first, renamed, second }) => ({
    linked,
    first: answering(first, { body: { ...bodyOf(first), externalId: null } }),
    renamed,
    second: answering(second, { body: { ...bodyOf(first) } }),
  }),
})
