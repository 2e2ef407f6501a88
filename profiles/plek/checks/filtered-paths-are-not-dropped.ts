import { bodyOf, defineCheck, elementsOf, get, patch, pointTo, reading } from '#check'
import { answering, member } from '#scim'

const REFUSED = [400, 403, 404, 501]

export default defineCheck({
  id: 'plek/filtered-paths-are-not-dropped',
  title: 'A change by a path with a filter is carried out or refused',
  proves: ['plek/PL-07'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails'] },
  breaks: 'Entra: maps addresses by such paths; accepted and dropped, mail goes to the old one.',

  async act({ given, send, address, mark }) {
    const emails = [{ value: address(mark('oud')), type: 'work' }]
    const user = await given('User', { emails })
    const operation = { op: 'replace', path: 'emails[type eq "work"].value', value: address(mark('nieuw')) }
    return { changed: await send(patch(user.path, operation)), after: await send(get(user.path)) }
  },

  judge({ changed, after }, claim) {
    claim('plek/PL-07', changed).status(200, 204, ...REFUSED, reading('AMB-036/422', 422))
    const expected = pointTo(changed.request.body, '/Operations/0/value') ?? null
    const actual = elementsOf(bodyOf(after), 'emails').map((one) => String(member(one, 'value')))
    const isCarriedOut = actual.some((value) => value.toLowerCase() === String(expected).toLowerCase())
    const isRefused = [...REFUSED, 422].includes(changed.response?.status ?? 0)
    claim('plek/PL-07', after).holds(isRefused || isCarriedOut, { expected, actual, pointer: '/emails' })
  },

  counterexample: ({ changed, after }) => ({
    changed: answering(changed, { status: 204, body: undefined }),
    after: answering(after, { body: { ...bodyOf(after), emails: [{ value: 'x@scim-test.example' }] } }),
  }),
})
