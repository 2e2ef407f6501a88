import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering } from '#scim'
import { nextOf, pagedUsers } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/offered-is-announced',
  title: 'Paging by cursor is announced where it is offered, and only there',
  proves: ['RFC9865-4-01', 'RFC9865-4-03'],
  needs: { features: ['serviceProviderConfig', 'filter'], resource: 'User' },

  async act(act) {
    const { ask } = await pagedUsers(act)
    const config = await act.send(get('/ServiceProviderConfig'))
    const page = await act.send(ask('', { count: 1 }))
    if (nextOf(page) === undefined && pointTo(bodyOf(config), '/pagination/cursor') !== true)
      act.notOffered('the target has no paging by cursor, and says of none')
    return { config, page }
  },

  judge({ config, page }, claim) {
    claim('RFC9865-4-01', config).status(200).has('/pagination')
    const [expected, actual] = [nextOf(page) !== undefined, pointTo(bodyOf(config), '/pagination/cursor')]
    const detail = { expected, actual, pointer: '/pagination/cursor' }
    const announced = actual === undefined || actual === expected
    claim('RFC9865-4-03', config).holds(announced, detail)
  },

  counterexample: ({ config, page }) => {
    const { pagination: _, ...silent } = bodyOf(config) ?? {}
    const said = { ...silent, pagination: { cursor: false, index: true } }
    return [
      { config: answering(config, { body: silent }), page },
      { config: answering(config, { body: said }), page },
    ]
  },
})
