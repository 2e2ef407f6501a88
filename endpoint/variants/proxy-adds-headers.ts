import { variant } from '../deviation.ts'

export default variant({
  id: 'proxy-adds-headers',
  title: 'Answers have headers of proxies and gateways',
  because: 'RFC7644-3-01',
  around: (request, next) => {
    const reply = next(request)
    return { ...reply, headers: { ...HEADERS, ...reply.headers } }
  },
})

const HEADERS = {
  connection: 'close',
  'cache-control': 'no-store, private',
  vary: 'Accept, Authorization',
  'x-request-id': 'a81f-0007',
  'x-ratelimit-remaining': '499',
  'strict-transport-security': 'max-age=31536000',
  link: '</docs>; rel="service-doc"',
}
