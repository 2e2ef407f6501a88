import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-path-may-end-with-a-dot',
  title: 'A path that ends with a dot changes the attribute before it',
  breaks: ['RFC7644-3.5.2-09'],
  because: 'Better Auth (better-auth/better-auth#10620)',
  around: (request, next) =>
    next(
      request.method === 'PATCH' && request.body
        ? { ...request, body: request.body.replace(/("path":"[\w]+)\."/g, '$1"') }
        : request,
    ),
})
