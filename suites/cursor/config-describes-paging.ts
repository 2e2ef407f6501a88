import { bodyOf, defineCheck, get } from '#check'
import { answering, isObject, type Json, member } from '#scim'

const METHODS = ['cursor', 'index']
const isAmount = (value: Json) => typeof value === 'number' && Number.isInteger(value) && value > 0

const OPTIONAL = [
  ['defaultPaginationMethod', 'RFC9865-4-05', 'cursor or index'],
  ['defaultPageSize', 'RFC9865-4-06', 'a whole number above 0'],
  ['maxPageSize', 'RFC9865-4-07', 'a whole number above 0'],
  ['cursorTimeout', 'RFC9865-4-08', 'a whole number above 0'],
] as const

export default defineCheck({
  id: 'cursor/config-describes-paging',
  title: '/ServiceProviderConfig describes its paging as RFC 9865 has it',
  proves: ['RFC9865-4-02', 'RFC9865-4-03', 'RFC9865-4-04', ...OPTIONAL.map(([, row]) => row)],
  needs: { features: ['serviceProviderConfig'] },

  async act({ send, notOffered }) {
    const config = await send(get('/ServiceProviderConfig'))
    if (bodyOf(config)?.pagination === undefined)
      notOffered('/ServiceProviderConfig says nothing of paging, which it need not')
    return { config }
  },

  judge({ config }, claim) {
    const pagination = bodyOf(config)?.pagination
    const whole = { expected: 'an object', actual: pagination, pointer: '/pagination' }
    claim('RFC9865-4-02', config).holds(isObject(pagination), whole)
    for (const [name, row] of [
      ['cursor', 'RFC9865-4-03'],
      ['index', 'RFC9865-4-04'],
    ] as const) {
      const actual = member(pagination, name)
      const detail = { expected: 'true or false', actual, pointer: `/pagination/${name}` }
      claim(row, config).holds(typeof actual === 'boolean', detail)
    }
    for (const [name, row, expected] of OPTIONAL) {
      const actual = member(pagination, name)
      const isMethod = name === 'defaultPaginationMethod'
      const offered = typeof actual === 'string' && METHODS.includes(actual) && member(pagination, actual)
      const fits = isMethod ? offered === true : isAmount(actual ?? null)
      const detail = { expected, actual, pointer: `/pagination/${name}` }
      claim(row, config).holds(actual === undefined || actual === null || fits, detail)
    }
  },

  counterexample: ({ config }) => {
    const wrong = (pagination: Json) => ({
      config: answering(config, { body: { ...bodyOf(config), pagination } }),
    })
    const texts = { cursor: 'true', index: 1, defaultPaginationMethod: 'offset', defaultPageSize: 0 }
    return [wrong('cursor'), wrong({ ...texts, maxPageSize: '200', cursorTimeout: -1 })]
  },
})
