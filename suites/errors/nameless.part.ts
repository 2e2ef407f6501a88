import type { Act, Case, Claim } from '#check'
import type { Exchange, Json } from '#scim'

/** The ways of having no name. */
export const NAMELESS = [
  { name: 'absent', value: 'absent' },
  { name: 'null', value: null },
  { name: 'empty', value: '' },
]

/** Tries to create a resource that lacks this attribute in the way of the case. */
export async function createWithout(
  { draft, endpoint, of, send }: Act<Case>,
  resource: string,
  attribute: string,
): Promise<{ refused: Exchange }> {
  const { [attribute]: _, ...rest } = draft(resource)
  const body: Json = of.name === 'absent' ? rest : { ...rest, [attribute]: of.value ?? null }
  return { refused: await send({ method: 'POST', path: endpoint(resource), body }) }
}

/** A refusal that blames the client: a fault of the server is none. */
export function claimRefusal(claim: Claim, { response }: Exchange): Claim {
  const status = response?.status ?? 0
  return claim.holds(status >= 400 && status < 500, { what: 'status', expected: '4xx', actual: status })
}
