import { defect, parameterOf, rewritten, withParameter } from '../deviation.ts'

export default defect({
  id: 'cursor-in-base64',
  title: 'Cursors have characters that mean something else in a URL',
  breaks: ['RFC9865-2-03', 'RFC9865-2-15'],
  around: (request, next) => {
    const cursor = parameterOf(request, 'cursor')
    const known = cursor?.endsWith('=') ? withParameter(request, 'cursor', cursor.slice(0, -3)) : request
    return rewritten(next(known), (body) =>
      typeof body.nextCursor === 'string' ? { ...body, nextCursor: `${body.nextCursor}/==` } : body,
    )
  },
})
