import { member } from '#scim'
import { aside, pathOf } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'create-adopts-by-mail',
  title: 'A create with a known e-mail address takes that account over, under the new userName',
  breaks: ['RFC7643-3.1-06', 'RFC7643-3.1-07'],
  because: 'CISO Assistant (intuitem/ciso-assistant-community#4658)',
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    const address = Array.isArray(body?.emails) ? member(body.emails[0], 'value') : undefined
    if (typeof address !== 'string') return next(request)
    const { find, write } = aside(request, next)
    const [owner] = find('/Users', `emails.value eq ${JSON.stringify(address)}`)
    if (!owner || owner.userName === body?.userName) return next(request)
    return { ...write('PUT', pathOf('/Users', owner), body), status: 201 }
  },
})
