import { variant } from '../deviation.ts'

export default variant({
  id: 'json-is-indented',
  title: 'JSON is written over many lines',
  because: 'RFC7644-3.1-01',
  around: (request, next) => {
    const reply = next(request)
    return reply.body === undefined ? reply : { ...reply, text: `${JSON.stringify(reply.body, null, 4)}\r\n` }
  },
})
