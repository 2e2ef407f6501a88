import { ScimError, type ScimType } from '#scim'
import type { Reply } from './exchange.ts'

/** The body of a message, by RFC 7644 section 3.1. */
export const SCIM_JSON = 'application/scim+json'

/** An error answer with headers of its own. */
export class Refusal extends ScimError {
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(status, undefined, detail)
    this.headers = headers
  }
}

export function badRequest(scimType: ScimType | undefined, detail: string): ScimError {
  return new ScimError(400, scimType, detail)
}

export function notFound(path: string): ScimError {
  return new ScimError(404, undefined, `There is nothing at ${path.slice(0, 200)}`)
}

/** Whatever was thrown, as the answer of RFC 7644 section 3.12; a fault of our own as 500. */
export function errorReply(error: unknown): Reply {
  const known = error instanceof ScimError ? error : fault(error)
  const headers = known instanceof Refusal ? known.headers : {}
  return { status: known.status, headers: { ...headers, 'content-type': SCIM_JSON }, body: known.toBody() }
}

function fault(error: unknown): ScimError {
  const reason = error instanceof Error ? error.message : 'unknown reason'
  return new ScimError(500, undefined, `The service failed: ${reason}. Please report this with the request.`)
}
