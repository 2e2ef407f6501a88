/**
 * Thrown by a transport that has no credentials any more, since no new token could be got. It is nothing that the target
 * did: what could not be sent for that is blocked.
 */
export class CredentialsLost extends Error {
  override readonly name = 'CredentialsLost'
}
