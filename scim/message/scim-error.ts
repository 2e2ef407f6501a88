import type { JsonObject } from './json.ts'
import { URN } from './urns.ts'

/** The detail error keywords of RFC 7644 table 9 and of RFC 9865 table 3. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount'

/** Thrown by the kernel and the endpoint where RFC 7644 section 3.12 defines an answer. */
export class ScimError extends Error {
  override readonly name = 'ScimError'
  readonly status: number
  readonly scimType: ScimType | undefined

  constructor(status: number, scimType: ScimType | undefined, detail: string) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }

  toBody(): JsonObject {
    const body: JsonObject = { schemas: [URN.error], status: String(this.status), detail: this.message }
    if (this.scimType) body.scimType = this.scimType
    return body
  }
}
