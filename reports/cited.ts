import { curlLine } from '#harness'
import type { Exchange } from '#scim'

/** An exchange as a report shows it: `text` only where the body was no JSON. */
export interface ReportExchange {
  readonly id: string
  readonly by: string
  readonly request: Exchange['request']
  readonly response?: Omit<NonNullable<Exchange['response']>, 'text'> & { readonly text?: string }
  readonly failure?: NonNullable<Exchange['failure']>
  readonly at: number
  readonly ms: number
  /** Not to the SCIM endpoint: what its path is relative to. */
  readonly elsewhere?: Exchange['elsewhere']
  /** Ready to paste into a POSIX shell; wants `SCIM_TEST_TOKEN`, or name and password, in the environment. */
  readonly curl: string
}

/** With which credentials a request went out; the run's own where nothing is said. */
interface Sent {
  readonly credentials?: Exchange['credentials']
}

/** @param signIn how the run signed in: what the curl line takes its credentials from depends on it */
export function toReportExchange(exchange: Exchange & Sent, base: string, signIn?: string): ReportExchange {
  const { id, by, request, response, failure, at, ms, elsewhere } = exchange
  return {
    id,
    by,
    request,
    ...(response ? { response: withoutRepetition(response) } : {}),
    ...(failure ? { failure } : {}),
    ...(elsewhere ? { elsewhere } : {}),
    at,
    ms,
    curl: curlOf(exchange, base, signIn),
  }
}

function curlOf(exchange: Exchange & Sent, base: string, signIn: string | undefined): string {
  const { elsewhere } = exchange
  const credentials = (exchange.credentials ?? 'own') === 'own'
  if (elsewhere)
    return curlLine(exchange, elsewhere.base, { tokenVariable: 'SCIM_TEST_SYNC_TOKEN', credentials })
  return curlLine(exchange, base, { tokenVariable: 'SCIM_TEST_TOKEN', credentials, signIn })
}

/** The text beside a parsed body would only say it again; the record has it. */
function withoutRepetition(
  response: NonNullable<Exchange['response']>,
): NonNullable<ReportExchange['response']> {
  const { text, ...rest } = response
  return rest.body === undefined ? { ...rest, text } : rest
}

/** An exchange of a report, where it is kept. */
export function exchangeOf(
  id: string | undefined,
  { exchanges }: { readonly exchanges: Readonly<Record<string, ReportExchange>> },
): ReportExchange | undefined {
  return id !== undefined && Object.hasOwn(exchanges, id) ? exchanges[id] : undefined
}
