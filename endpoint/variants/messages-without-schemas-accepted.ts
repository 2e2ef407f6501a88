import { isObject, URN } from '#scim'
import { requestBody, variant } from '../deviation.ts'

export default variant({
  id: 'messages-without-schemas-accepted',
  title: 'PATCH, bulk and search requests without schemas are taken as meant',
  readings: ['AMB-040/accepted'],
  around: (request, next) => {
    const body = requestBody(request)
    const urn = messageOf(request.method, request.path)
    if (!isObject(body ?? null) || urn === undefined || isNamed(body?.schemas, urn)) return next(request)
    return next({ ...request, body: JSON.stringify({ ...body, schemas: [urn] }) })
  },
})

function messageOf(method: string, path: string): string | undefined {
  if (method === 'PATCH') return URN.patchOp
  if (method === 'POST' && path.startsWith('/Bulk')) return URN.bulkRequest
  return method === 'POST' && /\/\.search(?:\?|$)/.test(path) ? URN.searchRequest : undefined
}

function isNamed(schemas: unknown, urn: string): boolean {
  return Array.isArray(schemas) && schemas.includes(urn)
}
