import { type Act, bodyOf, type Claim, get } from '#check'
import { answering, type Exchange, type JsonObject, sameJson } from '#scim'

// A type alias: an interface has no index signature, which `Seen` asks for.
type Attempt = { readonly before: Exchange; readonly refused: Exchange; readonly after: Exchange }

/** What a discovery endpoint shows before and after a POST to it. */
export async function tryToWrite(send: Act['send'], path: string, body: JsonObject): Promise<Attempt> {
  return {
    before: await send(get(path)),
    refused: await send({ method: 'POST', path, body }),
    after: await send(get(path)),
  }
}

/** The POST is refused, and nothing is other than it was. */
export function judgeUnwritten({ before, refused, after }: Attempt, claim: (about: Exchange) => Claim): void {
  const status = refused.response?.status ?? 0
  // Which status says so is nowhere written (AMB-008).
  const isRefusal = Math.trunc(status / 100) === 4 || status === 501
  claim(refused).holds(isRefusal, { what: 'status', expected: '4xx or 501', actual: status })
  claim(after).holds(sameJson(before.response?.body, after.response?.body), {
    expected: 'the same as before',
    actual: after.response?.body,
  })
}

/** For counterexamples: the POST taken, and something changed in spite of a refusal. */
export function asIfWritten({ before, refused, after }: Attempt): Attempt[] {
  return [
    { before, refused: answering(refused, { status: 201, body: { id: 'new' } }), after },
    { before, refused, after: answering(after, { body: { ...bodyOf(after), totalResults: 99 } }) },
  ]
}
