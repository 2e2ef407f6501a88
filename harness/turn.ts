/**
 * Resolves when the requests of this turn of the loop have left. undici sends them at the end of the turn, since it first
 * looks whether an idle connection was closed; what waits for one such end only would go before them.
 */
export function requestsHaveLeft(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
}
