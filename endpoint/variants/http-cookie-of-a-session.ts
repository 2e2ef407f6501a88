import { variant } from '../deviation.ts'

export default variant({
  id: 'http-cookie-of-a-session',
  title: 'Answers have a cookie that ends with the session',
  because: 'RFC7644-7.4-06',
  around: (request, next) => {
    const reply = next(request)
    const cookie = 'affinity=n0de1; Path=/; Secure; HttpOnly; SameSite=Lax'
    return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } }
  },
})
