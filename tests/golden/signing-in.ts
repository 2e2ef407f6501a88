import type { ClientCredentials } from '#bin/auth/auth'
import { fetchToken } from '#bin/auth/fetch-token'
import type { ScimRequest } from '#scim'

/** In the place of what is secret, as the collection prints it. */
const CLIENT = {
  type: 'client-credentials',
  clientId: '{{client_id}}',
  clientSecret: '{{secret}}',
  parameters: {},
} as const

/** As an administrator of Entra sets it up for an application, and as an HR system asks Microsoft for a token of its own. */
const SET_UP: readonly ClientCredentials[] = [
  { ...CLIENT, method: 'client_secret_basic', tokenUrl: 'http://target/oauth/token' },
  {
    ...CLIENT,
    method: 'client_secret_post',
    tokenUrl: 'http://target/2f0c9a51-7e3d-4b68-8c14-9d5e6f7a8b99/oauth2/v2.0/token',
    scope: 'https://graph.microsoft.com/.default',
  },
]

/** What is sent for a token before the first request, whatever is played. */
export async function tokenRequests(): Promise<ScimRequest[]> {
  const sent: ScimRequest[] = []
  for (const auth of SET_UP) {
    await fetchToken(auth, {
      hide: () => {},
      redact: (text) => text,
      send: async ({ url, headers, body }) => {
        sent.push({ method: 'POST', path: new URL(url).pathname, headers, body: String(body) })
        return { status: 200, headers: [], body: Buffer.from('{"access_token":"golden"}') }
      },
    })
  }
  return sent
}
