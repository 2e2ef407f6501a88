import { type JsonObject, URN } from '#scim'

/** What a broken target answers: a list of these, whatever the filter was. */
export function listOf(...Resources: JsonObject[]): JsonObject {
  return { schemas: [URN.listResponse], totalResults: Resources.length, Resources }
}

/** What a target answers that does not understand a filter and finds nothing. */
export const NOBODY: JsonObject = { schemas: [URN.listResponse], totalResults: 0 }

/** What a target answers that takes a filter it cannot read for none. */
export const EVERYBODY: JsonObject = { schemas: [URN.listResponse], totalResults: 250 }

export const CRASH = { status: 500, body: { schemas: [URN.error], status: '500' } }
