import type { Transport, WireRequest } from '#harness'
import type { Json } from '#scim'

export interface StubAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Json
  readonly text?: string
}

/** Answers from a function; keeps what was sent. For situations that no real service can be brought into at will. */
export function scripted(answer: (request: WireRequest, n: number) => StubAnswer): {
  send: Transport
  sent: WireRequest[]
} {
  const sent: WireRequest[] = []
  const send: Transport = async (request) => {
    sent.push(request)
    const { status, headers = {}, body, text } = answer(request, sent.length)
    const bytes = new TextEncoder().encode(text ?? (body === undefined ? '' : JSON.stringify(body)))
    const type = body === undefined ? [] : [['Content-Type', 'application/scim+json'] as const]
    return { status, headers: [...type, ...Object.entries(headers)], body: bytes }
  }
  return { send, sent }
}
