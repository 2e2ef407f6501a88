import type { JsonObject } from '#scim'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'booleans-said-to-be-case-exact',
  title: 'Schemas give booleans a letter case, as those in the RFC do for some types',
  readings: ['AMB-003/metadata'],
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas')) return reply
    return rewritten(reply, (body) => JSON.parse(JSON.stringify(body, withCase)) as JsonObject)
  },
})

function withCase(_: string, value: unknown): unknown {
  const isActive = (value as { name?: unknown } | null)?.name === 'active'
  return isActive ? { ...(value as object), caseExact: true } : value
}
