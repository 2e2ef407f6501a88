import { isObject, type JsonObject } from '#scim'
import { rewritten } from '../deviation.ts'
import type { AroundSync } from './settings.ts'

/** The same pages with other events. */
export function eventsRewritten(change: (event: JsonObject) => JsonObject): AroundSync {
  return (request, next) =>
    rewritten(next(request), (body) =>
      Array.isArray(body.events) ? { ...body, events: body.events.filter(isObject).map(change) } : body,
    )
}
