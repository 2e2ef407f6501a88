import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-operator-with-case',
  title: 'Operators in a value path have to be in lower case',
  breaks: ['RFC7644-3.5.2.3-08'],
  around: (request, next) => {
    const shouts = request.method === 'PATCH' && / (?:EQ|NE|CO|SW|EW|PR)[ \]]/.test(request.body ?? '')
    return next(shouts ? { ...request, body: '{}' } : request)
  },
})
