import { bodyOf, createdId, defineCheck, get, idsIn, patch, pointTo } from '#check'
import { answering, member } from '#scim'

const lower = (value: unknown) => String(value).toLowerCase()

export default defineCheck({
  id: 'entra/user-name-changes-without-a-path',
  title: 'PATCH without a path renames a user, who keeps the id',
  proves: ['entra/validator-07'],
  needs: { features: ['patch', 'filter'], resource: 'User' },
  breaks: "Entra renames by an operation without a path, and so does Microsoft's validator",

  async act({ given, send, eventually, endpoint, mark, address }) {
    const user = await given('User')
    const userName = address(mark('nytt-navn'))
    const changed = await send(patch(user.path, { op: 'replace', value: { userName } }))
    const after = await send(get(user.path))
    const ask = get(endpoint('User'), { filter: `userName eq "${userName}"` })
    const found = await eventually(ask, (list) => idsIn(list).includes(user.id))
    return { changed, after, found }
  },

  judge({ changed, after, found }, claim) {
    const expected = pointTo(changed.request.body, '/Operations/0/value/userName') ?? null
    const actual = member(bodyOf(after), 'userName')
    const id = decodeURIComponent(changed.request.path.split('/').at(-1) ?? '')
    claim('entra/validator-07', changed).status(200, 204)
    claim('entra/validator-07', after)
      .status(200)
      .has('/id', id)
      .holds(lower(actual) === lower(expected), { expected, actual, pointer: '/userName' })
    claim('entra/validator-07', found)
      .status(200)
      .holds(idsIn(found).length === 1 && idsIn(found)[0] === createdId(after), {
        what: 'ids found',
        expected: [id],
        actual: idsIn(found),
      })
  },

  counterexample: ({ found, ...seen }) => ({
    ...seen,
    found: answering(found, { body: { ...bodyOf(found), totalResults: 0, Resources: [] } }),
  }),
})
