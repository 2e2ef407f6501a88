import { type Act, BUSY, isOneOf, sideBySide } from '#check'
import type { Exchange, JsonObject } from '#scim'

/** The client has tried several times by then, and waited as long as it was told. */
export function unlessBusy({ blocked }: Pick<Act, 'blocked'>, answers: readonly Exchange[]): void {
  const busy = answers.find((one) => isOneOf(BUSY, one))
  if (busy) blocked(`the target answered ${busy.response?.status} again and again`)
}

/** A user whom the check made. Of thousands nothing more is kept. */
export interface Someone {
  readonly id: string
  readonly path: string
  /** As it was sent. */
  readonly userName: string
}

/** Makes so many users, some of them at a time. @param body what the user number `n` has, from 0 */
export function crowd(
  { given }: Pick<Act, 'given'>,
  count: number,
  body: (n: number) => JsonObject = () => ({}),
): Promise<Someone[]> {
  return sideBySide(count, async (n) => {
    const { id, path, sent } = await given('User', body(n))
    return { id, path, userName: String(sent.userName) }
  })
}

/** So many at once, `n` from 0: as many as the run's `concurrency` lets through are really under way. */
export function together<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, n) => work(n)))
}

/** What is stated of the time that an answer took. An exchange without an answer took too long, or worse. */
export function inTime({ ms }: Exchange, patience: number) {
  return [
    ms <= patience,
    { what: 'time until the answer', expected: `at most ${patience} ms`, actual: `${Math.round(ms)} ms` },
  ] as const
}
