import type { Act } from '#check'
import type { OtherToken } from '#scim'

const KINDS: Readonly<Record<OtherToken, string>> = {
  other: 'no token of another source was given (SCIM_TEST_TOKEN_OTHER)',
  twin: 'no second token of the source was given (SCIM_TEST_TOKEN_TWIN)',
  revoked: 'no token that was revoked was given (SCIM_TEST_TOKEN_REVOKED)',
  elsewhere: 'no token of another environment was given (SCIM_TEST_TOKEN_ELSEWHERE)',
}

/** Ends the check as not applicable where the run was given no token of a kind. */
export function needToken(
  { facts, notOffered }: Pick<Act, 'facts' | 'notOffered'>,
  ...kinds: OtherToken[]
): void {
  const lacking = kinds.find((kind) => !facts.tokens?.includes(kind))
  if (lacking) notOffered(KINDS[lacking])
}
