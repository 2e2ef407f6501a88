import { type Behaviour, type Call, withHeaders, withObjects, withText } from './behaviour.ts'

const redirect =
  (status: number, where: (call: Call) => string, headers: Record<string, string> = {}) =>
  (call: Call): void =>
    void call.response.writeHead(status, { location: where(call), ...headers }).end()

/** Targets that would lead the tool, and its credentials, to somebody else. */
export const elsewhere: readonly Behaviour[] = [
  {
    id: 'redirect-loop',
    does: 'sends every request back to where it came from',
    ends: 'found',
    answer: redirect(302, ({ request }) => request.url ?? '/'),
  },
  {
    id: 'redirect-elsewhere',
    does: 'sends every request to another host, method and body as they were',
    ends: 'found',
    answer: redirect(307, (call) => `${call.elsewhere}${call.request.url}`),
  },
  {
    id: 'redirect-from-the-start',
    does: 'sends even discovery to another host',
    where: 'everything',
    ends: 'refused',
    answer: redirect(301, (call) => `${call.elsewhere}/scim/v2`),
  },
  {
    id: 'redirect-for-credentials',
    does: 'sends whoever comes to a page that asks for credentials',
    ends: 'found',
    answer: redirect(303, (call) => `${call.elsewhere}/login?next=x`, {
      'www-authenticate': 'Basic realm="somewhere else"',
      refresh: '0; url=http://elsewhere.example/',
      'set-cookie': 'session=1; Domain=elsewhere.example',
    }),
  },
  {
    id: 'redirect-with-a-password',
    does: 'sends every request to an address that has a name and a password in it',
    ends: 'found',
    answer: redirect(308, (call) => call.elsewhere.replace('://', '://somebody:something@')),
  },
  {
    id: 'credentials-asked-for-again',
    does: 'answers 401 after discovery, and wants another way to sign in',
    ends: 'found',
    answer: (call) =>
      void call.response
        .writeHead(401, { 'www-authenticate': 'Negotiate, NTLM, Basic realm="give me more"' })
        .end(),
  },
  {
    id: 'proxy-asks-for-credentials',
    does: 'answers 407, as only a proxy may',
    ends: 'found',
    answer: (call) => void call.response.writeHead(407, { 'proxy-authenticate': 'Basic realm="x"' }).end(),
  },
  {
    id: 'locations-elsewhere',
    does: 'says of each resource that it is on another host',
    ends: 'found',
    answer: async (call) => {
      const there = `${call.elsewhere}/scim/v2/Users/1`
      await withObjects((object) =>
        typeof object.location === 'string' ? { ...object, location: there } : { ...object, $ref: there },
      )(call)
    },
  },
  {
    id: 'location-header-elsewhere',
    does: 'names another host in Location and Content-Location',
    ends: 'found',
    answer: withHeaders((call) => {
      const there = `${call.elsewhere}/scim/v2/Users/1`
      return { location: there, 'content-location': there }
    }),
  },
  {
    id: 'next-link-elsewhere',
    does: 'names the next page by an address on another host',
    ends: 'survived',
    answer: async (call) => {
      const there = `${call.elsewhere}/scim/v2/Users?cursor=2`
      call.response.setHeader('link', `<${there}>; rel="next"`)
      await withText((text) =>
        text.replace(/^\{/, `{"next":"${there}","nextCursor":"${there}","previousCursor":"${there}",`),
      )(call)
    },
  },
  {
    id: 'cursor-that-never-ends',
    does: 'gives the same cursor with every page',
    ends: 'survived',
    answer: withText((text) => text.replace(/^\{/, '{"nextCursor":"again",')),
  },
  {
    id: 'endpoints-elsewhere',
    does: 'publishes resource types whose endpoint is on another host',
    where: 'everything',
    ends: 'survived',
    answer: withObjects((object, call) =>
      typeof object.endpoint === 'string'
        ? { ...object, endpoint: `${call.elsewhere}${object.endpoint}` }
        : object,
    ),
  },
  {
    id: 'endpoints-with-an-at-sign',
    does: 'publishes endpoints that would turn its own name into a user name',
    where: 'everything',
    ends: 'survived',
    answer: withObjects((object, call) =>
      typeof object.endpoint === 'string'
        ? { ...object, endpoint: `@${call.elsewhere.replace('http://', '')}${object.endpoint}` }
        : object,
    ),
  },
]
