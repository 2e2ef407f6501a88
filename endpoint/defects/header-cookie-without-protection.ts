import { defect } from '../deviation.ts'

export default defect({
  id: 'header-cookie-without-protection',
  title: 'A cookie may travel without TLS',
  breaks: ['RFC7644-7.4-03'],
  around: (request, next) => {
    const reply = next(request)
    return { ...reply, headers: { ...reply.headers, 'set-cookie': 'session=t3st; Path=/; HttpOnly' } }
  },
})
