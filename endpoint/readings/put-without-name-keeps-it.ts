import { type Json, member } from '#scim'
import { reading, requestBody } from '../deviation.ts'

export default reading({
  id: 'put-without-name-keeps-it',
  title: 'PUT without a required attribute keeps the old value',
  readings: ['AMB-043/kept'],
  around: (request, next) => {
    const body = request.method === 'PUT' ? requestBody(request) : undefined
    const { body: old } = body ? next({ ...request, method: 'GET', body: '' }) : {}
    const missing = REQUIRED.filter((name) => isMissing(body?.[name]) && !isMissing(member(old, name)))
    if (!body || missing.length === 0) return next(request)
    const kept = Object.fromEntries(missing.map((name) => [name, member(old, name) as Json]))
    return next({ ...request, body: JSON.stringify({ ...body, ...kept }) })
  },
})

const REQUIRED = ['userName', 'displayName'] as const

function isMissing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === ''
}
