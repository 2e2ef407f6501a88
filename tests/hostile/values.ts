import { type Behaviour, withObjects, withText } from './behaviour.ts'

const ESC = '\u001b'
/** What a terminal would act on: colour, clear, title, a link, the clipboard; and what turns text round. */
export const TERMINAL = `${ESC}[2J${ESC}]0;owned\u0007${ESC}]8;;http://elsewhere.example\u0007${ESC}]52;c;AAAA\u0007\u009b31m\u202e\r\b`
export const SCRIPT = `</script><script>alert(1)</script><img src=x onerror="alert(1)">'"\`\${alert(1)}`
const LONG = 'x'.repeat(1_000_000)

/** Values that try to get at the tool or at who reads its reports. */
export const values: readonly Behaviour[] = [
  {
    id: 'duplicate-keys',
    does: 'names members of its JSON twice, with other values',
    ends: 'survived',
    answer: withText((text) => text.replace(/^\{/, '{"id":"first","active":"no","schemas":7,')),
  },
  {
    id: 'invalid-utf8',
    does: 'puts bytes into its strings that are no UTF-8',
    ends: 'survived',
    answer: withText((text) => {
      const [before = '', after = ''] = text.split('"schemas"', 2)
      const odd = Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x22])
      return Buffer.concat([Buffer.from(`${before}"note":`), odd, Buffer.from(`,"schemas"${after}`)])
    }),
  },
  {
    id: 'lone-surrogates',
    does: 'escapes halves of characters',
    ends: 'survived',
    answer: withText((text) => text.replace(/"displayName":"/g, '"displayName":"\\ud800\\udfff\\udc00')),
  },
  {
    id: 'prototype-keys',
    does: 'sends members called __proto__, constructor and toString',
    ends: 'survived',
    answer: withText((text) =>
      text.replace(
        /\{(?=")/g,
        '{"__proto__":{"polluted":true,"status":200},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":null,"then":"x",',
      ),
    ),
  },
  {
    id: 'numbers-that-are-none',
    does: 'sends NaN and Infinity, which are no JSON',
    ends: 'found',
    answer: withText((text) => text.replace(/^\{/, '{"n":NaN,"i":Infinity,')),
  },
  {
    id: 'numbers-too-large',
    does: 'sends numbers that no double can hold',
    ends: 'survived',
    answer: withText((text) =>
      text
        .replace(/^\{/, `{"n":1e999,"big":${'9'.repeat(5_000)},"small":-1e-999,`)
        .replace(/"totalResults":\d+/, '"totalResults":1e999,"itemsPerPage":-1,"startIndex":1e308'),
    ),
  },
  {
    id: 'terminal-escapes',
    does: 'puts what drives a terminal into every string',
    ends: 'survived',
    answer: withObjects((object) => strings(object, (text) => `${text}${TERMINAL}`)),
  },
  {
    id: 'terminal-escapes-in-discovery',
    does: 'puts what drives a terminal into every string, discovery included',
    where: 'everything',
    ends: 'survived',
    answer: withObjects((object) => strings(object, (text) => `${text}${TERMINAL}`)),
  },
  {
    id: 'script-everywhere',
    does: 'puts a script into every string, and into names',
    where: 'everything',
    ends: 'survived',
    answer: withObjects((object) => ({
      ...strings(object, (text) => (/^(urn:|\/)/.test(text) ? text : `${text}${SCRIPT}`)),
      [SCRIPT]: SCRIPT,
    })),
  },
  {
    id: 'build-server-commands',
    does: 'writes what build servers take for commands',
    ends: 'survived',
    answer: withObjects((object) =>
      strings(
        object,
        (text) => `${text}\n::error::x\n::set-output name=a::b\n##vso[task.setvariable variable=a]b`,
      ),
    ),
  },
  {
    id: 'long-strings',
    does: 'makes each displayName a million letters long',
    ends: 'survived',
    answer: withText((text) => text.replace(/"displayName":"/g, `"displayName":"${LONG}`)),
  },
  {
    id: 'ids-with-slashes',
    does: 'gives ids with slashes and dots that lead elsewhere',
    ends: 'found',
    answer: withObjects((object) =>
      typeof object.id === 'string' ? { ...object, id: `../../Users/./${object.id}/../..` } : object,
    ),
  },
  {
    id: 'ids-that-are-queries',
    does: 'gives ids with a question mark, a fragment and an encoded slash',
    ends: 'found',
    answer: withObjects((object) =>
      typeof object.id === 'string' ? { ...object, id: `${object.id}?a=b#c%2f..%2f` } : object,
    ),
  },
  {
    id: 'ids-of-another-host',
    does: 'gives whole addresses on another host as ids',
    ends: 'found',
    answer: withObjects((object, { elsewhere }) =>
      typeof object.id === 'string'
        ? { ...object, id: `${elsewhere}/Users/1`, value: `//${elsewhere}` }
        : object,
    ),
  },
  {
    id: 'ids-with-line-breaks',
    does: 'gives ids with line breaks, as if to add headers',
    ends: 'found',
    answer: withObjects((object) =>
      typeof object.id === 'string' ? { ...object, id: `${object.id}\r\nX-Injected: 1\r\n\r\n` } : object,
    ),
  },
  {
    id: 'ids-of-no-length',
    does: 'gives empty ids',
    ends: 'found',
    answer: withObjects((object) => (typeof object.id === 'string' ? { ...object, id: '' } : object)),
  },
  {
    id: 'other-types',
    does: 'sends numbers for strings, strings for lists and lists for objects',
    ends: 'found',
    answer: withObjects((object) =>
      Object.fromEntries(
        Object.entries(object).map(([name, value]) => [
          name,
          typeof value === 'string' ? 7 : [String(value)],
        ]),
      ),
    ),
  },
  {
    id: 'time-jumps-backwards',
    does: 'dates each change earlier than the one before',
    ends: 'found',
    answer: withObjects((object, { earlier }) => {
      if (typeof object.lastModified !== 'string') return object
      const back = new Date(Date.parse('2026-01-01T00:00:00Z') - earlier * 86_400_000).toISOString()
      return { ...object, lastModified: back, created: '9999-12-31T23:59:59Z' }
    }),
  },
  {
    id: 'discovery-of-other-types',
    does: 'publishes schemas and resource types whose members have the wrong types',
    where: 'everything',
    ends: 'survived',
    answer: async (call) => {
      if (!/ResourceTypes|Schemas|ServiceProviderConfig/.test(call.request.url ?? ''))
        return withText((text) => text)(call)
      await withObjects((object) => ({
        ...object,
        attributes: 'all',
        schemaExtensions: 7,
        patch: null,
        id: 3,
      }))(call)
    },
  },
  {
    id: 'schemas-that-hold-themselves',
    does: 'publishes attributes within attributes, thirty deep',
    where: 'everything',
    ends: 'survived',
    answer: withText((text, { request }) =>
      /Schemas/.test(request.url ?? '')
        ? text.replace(/"attributes":\[/g, `"attributes":[${nested(30)},`)
        : text,
    ),
  },
]

function nested(depth: number): string {
  const name = `{"name":"a${depth}","type":"complex","multiValued":true,"mutability":"readWrite"`
  return depth === 0 ? `${name},"subAttributes":[]}` : `${name},"subAttributes":[${nested(depth - 1)}]}`
}

function strings(object: Parameters<Parameters<typeof withObjects>[0]>[0], change: (text: string) => string) {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'id' ? change(value) : value,
    ]),
  )
}
