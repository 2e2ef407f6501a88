import type { Json, JsonObject, ScimRequest, ScimResponse } from '#scim'
import type { Play, PlayResult } from '../play.ts'

export interface Exchanged {
  readonly request: ScimRequest
  readonly note: JsonObject
  readonly status: number
  /** Milliseconds that it was to wait. */
  readonly pause: number
  /** The writes that were foreseen with it. */
  readonly foreseen: readonly ScimRequest[]
  /** What was to be read after it. */
  readonly reads: readonly ScimRequest[] | undefined
}

export interface Driven extends PlayResult {
  readonly steps: readonly Exchanged[]
}

export const TAG = 'st-k3v9x2'
const MOST_STEPS = 5_000

/** Plays to the end against a function. @throws Error where the play does not end */
export function drive(play: Play, target: (request: ScimRequest) => unknown): Driven {
  const game = play.start({ tag: TAG, seed: 'a seed' })
  const steps: Exchanged[] = []
  let next = game.next()
  while (!next.done) {
    if (steps.length > MOST_STEPS) throw new Error('the play does not end')
    const { request, note, pause = 0, writes: foreseen = [], reads } = next.value
    const response = target(structuredClone(request)) as ScimResponse
    steps.push({
      request,
      note: note as JsonObject,
      status: response?.status,
      pause,
      foreseen,
      reads,
    })
    next = game.next(response)
  }
  return { ...next.value, steps }
}

/** Writes only. */
export function writes({ steps }: Driven): readonly Exchanged[] {
  return steps.filter(({ request }) => request.method !== 'GET')
}

export function operations(request: ScimRequest): JsonObject[] {
  const body = request.body as JsonObject | undefined
  return (body?.Operations as Json[] | undefined as JsonObject[]) ?? []
}
