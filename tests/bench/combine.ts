import type { Deviation } from '#endpoint'

const TOGETHER = 12

/**
 * Deterministic combinations in which each deviation is once, with others. Those whose names begin with the same word are
 * kept apart: they may be about the same thing, and then one of them would have no effect.
 */
export function combinationsOf(deviations: readonly Deviation[]): Deviation[][] {
  const made = Array.from({ length: Math.ceil(deviations.length / TOGETHER) }, (): Deviation[] => [])
  deviations.forEach((one, index) => {
    const at = made.findIndex((_, place) => takes(made[(index + place) % made.length] as Deviation[], one))
    if (at < 0) made.push([one])
    else made[(index + at) % made.length]?.push(one)
  })
  return made.map((members) => members.sort((a, b) => weight(a) - weight(b)))
}

function takes(members: readonly Deviation[], one: Deviation): boolean {
  return members.length < TOGETHER && members.every((other) => topicOf(other) !== topicOf(one))
}

function topicOf({ id }: Deviation): string {
  return TOPICS[id] ?? (id.split('-', 1)[0] as string)
}

/** A target that shows memberships from neither side is told so: nothing could be confirmed. */
const TOPICS: Readonly<Record<string, string>> = {
  'groups-not-shown': 'memberships',
  'members-not-shown': 'memberships',
}

/** What writes the text of an answer has the last word. */
function weight({ id }: Deviation): number {
  return id === 'json-is-indented' ? 1 : 0
}
