import { createRedactor, safeText } from '#harness'
import { refuseProduction } from '../run/production-guard.ts'
import { type Settings, secretsOf } from '../run/settings.ts'
import { type Reach, transportOf } from '../run/transport-of.ts'
import { type Auth, needsToken } from './auth.ts'
import { fetchToken } from './fetch-token.ts'

type Given = Reach & Pick<Settings, 'auth' | 'headers' | 'allowProduction'>

/**
 * Gets the token that a run begins with, where it needs one. Besides the target the token endpoint is the only host that is
 * asked, and production is refused there as well.
 *
 * @throws UsageError with what to do
 */
export async function signIn(settings: Given): Promise<Auth> {
  const { auth } = settings
  if (!needsToken(auth)) return auth
  refuseProduction(auth.tokenUrl, settings.allowProduction)
  const redactor = createRedactor(secretsOf(settings), '')
  const http = transportOf(settings, 1)
  try {
    const held = await fetchToken(auth, {
      send: http.send,
      hide: (secret) => redactor.hide(secret),
      redact: (text) => safeText(redactor.text(text)),
    })
    return { ...auth, held }
  } finally {
    await http.close()
  }
}
