import { reading } from '../deviation.ts'

export default reading({
  id: 'cookie-without-secure',
  title: 'A cookie may travel over an open line',
  readings: ['AMB-096/open-cookie'],
  around: (request, next) => {
    const reply = next(request)
    return { ...reply, headers: { ...reply.headers, 'set-cookie': 'route=17; Path=/; HttpOnly' } }
  },
})
