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
  /** Ready to paste into a POSIX shell; wants `SCIM_TEST_TOKEN` in the environment. */
  readonly curl: string
}

/** With which credentials a request went out; the run's own where nothing is said. */
interface Sent {
  readonly credentials?: 'own' | 'none' | 'wrong'
}

export function toReportExchange(exchange: Exchange & Sent, base: string): ReportExchange {
  const { id, by, request, response, failure, at, ms } = exchange
  const credentials = (exchange.credentials ?? 'own') === 'own'
  return {
    id,
    by,
    request,
    ...(response ? { response: withoutRepetition(response) } : {}),
    ...(failure ? { failure } : {}),
    at,
    ms,
    curl: curlLine(exchange, base, { tokenVariable: 'SCIM_TEST_TOKEN', credentials }),
  }
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
