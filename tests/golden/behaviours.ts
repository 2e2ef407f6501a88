import type { JsonObject, ScimRequest, ScimResponse } from '#scim'

/** Ways in which a target answers that give rise to requests of their own. */
export const BEHAVIOURS: Readonly<
  Record<string, (request: ScimRequest, answer: ScimResponse) => ScimResponse>
> = {
  'active-not-returned': (_, answer) => {
    if (typeof answer.body !== 'object' || answer.body === null) return answer
    const { active: _active, ...rest } = answer.body as JsonObject
    return { ...answer, body: rest }
  },
}
