import { defect } from '../deviation.ts'

export default defect({
  id: 'header-cookie-stays-for-a-year',
  title: 'A cookie stays for a year',
  breaks: ['RFC7644-7.4-06'],
  around: (request, next) => {
    const reply = next(request)
    const cookie = 'session=t3st; Path=/; Secure; HttpOnly; Max-Age=31536000'
    return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } }
  },
})
