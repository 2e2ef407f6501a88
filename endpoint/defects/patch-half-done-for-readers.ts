import { type Json, type JsonObject, member } from '#scim'
import { memory } from '../aside.ts'
import { defect, requestBody, rewritten } from '../deviation.ts'

/** Milliseconds that a change takes to show. */
const MOMENT = 100

interface Change {
  readonly attribute: string
  readonly before: Json | undefined
  readonly at: number
  readers: number
}

const changes = memory(() => new Map<string, Change>())

export default defect({
  id: 'patch-half-done-for-readers',
  title: 'Of several who read just after a PATCH some see its last operation not done yet',
  breaks: ['RFC7644-3.5.2-20'],
  because: 'WSO2 Identity Server (wso2/product-is#6005)',
  around: (request, next) => {
    const known = changes(next)
    const operations = request.method === 'PATCH' ? requestBody(request)?.Operations : undefined
    const last = Array.isArray(operations) && operations.length > 1 ? operations.at(-1) : undefined
    const attribute = member(last, 'path')
    if (typeof attribute === 'string') {
      const before = member(next({ ...request, method: 'GET', body: '' }).body, attribute)
      known.set(request.path, { attribute, before, at: Date.now(), readers: 0 })
    }
    const reply = next(request)
    const change = known.get(request.path)
    if (request.method !== 'GET' || !change || Date.now() - change.at > MOMENT) return reply
    change.readers += 1
    return change.readers === 2 ? rewritten(reply, (body) => without(body, change)) : reply
  },
})

function without(body: JsonObject, { attribute, before }: Change): JsonObject {
  const { [attribute]: _, ...rest } = body
  return before === undefined ? rest : { ...rest, [attribute]: before }
}
